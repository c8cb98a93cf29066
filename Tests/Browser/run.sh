#!/usr/bin/env bash
# Lets a headless Chromium read the HTML reports that ReportPages writes, and one of a log that FOOTFALL has read.
# Usage: run.sh REPORTPAGES [FOOTFALL [SCREENSHOTS]]
# With SCREENSHOTS, report.png is left there too: the picture of the report of samples/access.log.
set -euo pipefail

if [[ $# -lt 1 ]]; then
    echo "usage: $0 REPORTPAGES [FOOTFALL [SCREENSHOTS]]" >&2
    exit 64
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT

"$1" "$pages/html"
if [[ $# -gt 1 ]]; then
    export FOOTFALL_STORE=$pages/store FOOTFALL_KEYS=$pages/keys TZ=UTC
    now=2026-03-05T09:00:00+09:00
    "$2" ingest --quiet --now "$now" "$here/../../samples/access.log"
    "$2" aggregate --quiet --now "$now"
    "$2" report --now "$now" -o "$pages/html/log.html"
fi
python3 "$here/check_pages.py" "$pages/html" "${@:3}"
if [[ $# -gt 2 ]]; then
    python3 "$here/picture.py" "$pages/html/log.html" "$3/report.png" 1080
fi
