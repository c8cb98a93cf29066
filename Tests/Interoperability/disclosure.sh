#!/usr/bin/env bash
# Bounds every hidden number of random and adversarial days, and of stores, by linear programs that know all that is told.
# Usage: disclosure.sh TESTS [FOOTFALL TALLYDUMP] [--quick], TESTS being the package's built tests.
set -euo pipefail

if [[ $# -lt 1 ]]; then
    echo "usage: $0 TESTS [FOOTFALL TALLYDUMP] [--quick]" >&2
    exit 64
fi

source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

tests=$1
shift
tools=()
quick=()
for argument in "$@"; do
    if [[ $argument == --quick ]]; then quick=(--quick); else tools+=("$argument"); fi
done

dump=$(mktemp -t footfall-disclosure.XXXXXX)
trap 'rm -f "$dump"' EXIT
FOOTFALL_DISCLOSURE_DUMP=$dump FOOTFALL_DISCLOSURE_COUNT=$([[ ${#quick[@]} -gt 0 ]] && echo 20 || echo 200) \
    "$tests" --testing-library swift-testing --filter DisclosureDumpTests > /dev/null

export PYTHONDONTWRITEBYTECODE=1
"$environment/bin/python" "$here/check_disclosure.py" "$dump"
if [[ ${#tools[@]} -gt 0 ]]; then
    "$environment/bin/python" "$here/check_stores.py" "${tools[@]}" "$dump" ${quick[@]+"${quick[@]}"}
fi
