import pyarrow
import pyarrow.compute as compute
import pyarrow.dataset

from schema import BOOLEAN, COLUMNS, PSEUDONYM, TIME, is_summed

from .profile import SAMPLE_DIVISOR, SAMPLE_REMAINDER, ColumnProfile, sorted_rows


class PyArrow:
    name = "PyArrow"

    def __init__(self, root: str):
        partitioning = pyarrow.dataset.partitioning(pyarrow.schema([("date", pyarrow.date32())]), flavor="hive")
        self.table = pyarrow.dataset.dataset(root, format="parquet", partitioning=partitioning).to_table()

    def types(self) -> dict[str, str]:
        return {field.name: str(field.type) for field in self.table.schema}

    def days(self) -> dict[str, int]:
        return {str(count["values"]): count["counts"] for count in self.table["date"].value_counts().to_pylist()}

    def profile(self) -> dict[str, ColumnProfile]:
        return {name: self.column_profile(name) for name in COLUMNS}

    def column_profile(self, name: str) -> ColumnProfile:
        column = plain(self.table[name], COLUMNS[name])
        bounds = compute.min_max(column).as_py()
        return ColumnProfile(
            compute.count(column).as_py(),
            compute.count_distinct(column).as_py(),
            text(bounds["min"]),
            text(bounds["max"]),
            compute.sum(column).as_py() if is_summed(name) else None,
        )

    def sample(self) -> list[tuple]:
        sent = self.table["bytes"]
        whole = compute.multiply(compute.divide(sent, SAMPLE_DIVISOR), SAMPLE_DIVISOR)
        rows = self.table.filter(compute.equal(compute.subtract(sent, whole), SAMPLE_REMAINDER))
        columns = [map(text, plain(rows[name], COLUMNS[name]).to_pylist()) for name in COLUMNS]
        return sorted_rows(list(zip(*columns)))


def plain(column: pyarrow.ChunkedArray, kind: str) -> pyarrow.ChunkedArray:
    if kind in (TIME, BOOLEAN):
        return column.cast(pyarrow.int64())
    return column.cast(pyarrow.binary()) if kind == PSEUDONYM else column


def text(value):
    return value.hex() if isinstance(value, bytes) else value
