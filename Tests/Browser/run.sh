#!/usr/bin/env bash
# Lets a headless Chromium read the HTML reports that ReportPages writes, and one of a log that FOOTFALL has read.
# Usage: run.sh REPORTPAGES [FOOTFALL [SCREENSHOTS]]
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
    "$2" ingest --quiet "$here/../../samples/access.log"
    "$2" aggregate --quiet
    "$2" report -o "$pages/html/log.html"
fi
python3 "$here/check_pages.py" "$pages/html" "${@:3}"
