import polars

from schema import BOOLEAN, COLUMNS, PSEUDONYM, TIME, is_summed

from .profile import SAMPLE_DIVISOR, SAMPLE_REMAINDER, ColumnProfile, sorted_rows


class Polars:
    name = "Polars"

    def __init__(self, glob: str):
        self.frame = polars.read_parquet(glob, hive_partitioning=True)

    def types(self) -> dict[str, str]:
        return {name: str(kind) for name, kind in self.frame.schema.items()}

    def days(self) -> dict[str, int]:
        return {str(day): count for day, count in self.frame.group_by("date").len().rows()}

    def profile(self) -> dict[str, ColumnProfile]:
        return {name: self.column_profile(name) for name in COLUMNS}

    def column_profile(self, name: str) -> ColumnProfile:
        column = self.frame.select(plain(name)).to_series().drop_nulls()
        total = column.sum() if is_summed(name) and len(column) > 0 else None
        return ColumnProfile(len(column), column.n_unique(), column.min(), column.max(), total)

    def sample(self) -> list[tuple]:
        rows = self.frame.filter(polars.col("bytes") % SAMPLE_DIVISOR == SAMPLE_REMAINDER)
        return sorted_rows(rows.select([plain(name) for name in COLUMNS]).rows())


def plain(name: str) -> polars.Expr:
    column = polars.col(name)
    kind = COLUMNS[name]
    if kind in (TIME, BOOLEAN):
        return column.cast(polars.Int64)
    return column.bin.encode("hex") if kind == PSEUDONYM else column
