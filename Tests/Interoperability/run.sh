#!/usr/bin/env bash
# Lets DuckDB, PyArrow, Polars and ClickHouse read what Footfall writes, and compares what they count.
# Usage: run.sh FOOTFALL TALLYDUMP [--quick]
set -euo pipefail

if [[ $# -lt 2 ]]; then
    echo "usage: $0 FOOTFALL TALLYDUMP [--quick]" >&2
    exit 64
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
environment=$(cd "$here/../.." && pwd)/.venv
wanted=$here/requirements.txt
installed=$environment/footfall-requirements.txt

if ! cmp -s "$wanted" "$installed"; then
    "${PYTHON:-python3}" -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
    cp "$wanted" "$installed"
fi

PYTHONDONTWRITEBYTECODE=1 exec "$environment/bin/python" "$here/interop.py" "$@"
