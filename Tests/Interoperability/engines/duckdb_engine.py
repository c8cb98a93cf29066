import duckdb

from schema import COLUMNS

from . import sql
from .profile import ColumnProfile, sorted_rows


class DuckDB:
    name = "DuckDB"

    def __init__(self, glob: str):
        self.connection = duckdb.connect()
        self.source = f"read_parquet('{glob}', hive_partitioning = true)"

    def rows(self, query: str) -> list[tuple]:
        return self.connection.execute(query).fetchall()

    def execute(self, statement: str) -> None:
        self.connection.execute(statement)

    def types(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self.rows(f"DESCRIBE SELECT * FROM {self.source}")}

    def days(self) -> dict[str, int]:
        return dict(self.rows(f"SELECT strftime(date, '%Y-%m-%d'), count(*) FROM {self.source} GROUP BY 1"))

    def profile(self) -> dict[str, ColumnProfile]:
        return {
            name: ColumnProfile(*self.rows(sql.profile(name, self.plain(name), self.source))[0]) for name in COLUMNS
        }

    def sample(self) -> list[tuple]:
        return sorted_rows(self.rows(sql.sample([self.plain(name) for name in COLUMNS], self.source)))

    def plain(self, name: str) -> str:
        return sql.plain(name, micros="epoch_us({})", number="CAST({} AS BIGINT)")
