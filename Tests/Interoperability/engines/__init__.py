"""Four engines that read the partitions of a store, each with a reader of its own.

Each gives the same answers in the same plain values: times in microseconds since 1970, pseudonyms in hexadecimal, flags
as 0 and 1.
"""

from .clickhouse_engine import ClickHouse
from .duckdb_engine import DuckDB
from .polars_engine import Polars
from .pyarrow_engine import PyArrow

__all__ = ["ClickHouse", "DuckDB", "Polars", "PyArrow"]
