#!/usr/bin/env bash
# Bounds every hidden number of random and adversarial days by linear programs that know all that is told.
# Usage: disclosure.sh TESTS [--quick], TESTS being the package's built tests.
set -euo pipefail

if [[ $# -lt 1 ]]; then
    echo "usage: $0 TESTS [--quick]" >&2
    exit 64
fi

source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

dump=$(mktemp -t footfall-disclosure.XXXXXX)
trap 'rm -f "$dump"' EXIT
FOOTFALL_DISCLOSURE_DUMP=$dump FOOTFALL_DISCLOSURE_COUNT=$([[ ${2:-} == --quick ]] && echo 20 || echo 200) \
    "$1" --testing-library swift-testing --filter DisclosureDumpTests > /dev/null

PYTHONDONTWRITEBYTECODE=1 "$environment/bin/python" "$here/check_disclosure.py" "$dump"
