#!/usr/bin/env bash
# Lets DuckDB, PyArrow, Polars and ClickHouse read what Footfall writes, and compares what they count.
# Usage: run.sh FOOTFALL TALLYDUMP [--quick]
set -euo pipefail

if [[ $# -lt 2 ]]; then
    echo "usage: $0 FOOTFALL TALLYDUMP [--quick]" >&2
    exit 64
fi

source "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

PYTHONDONTWRITEBYTECODE=1 exec "$environment/bin/python" "$here/interop.py" "$@"
