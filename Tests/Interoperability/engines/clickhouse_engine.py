import json

from chdb import session

from schema import COLUMNS

from . import sql
from .profile import ColumnProfile, sorted_rows


class ClickHouse:
    name = "ClickHouse"
    shared: session.Session | None = None
    """The library allows one session a process."""

    def __init__(self, glob: str):
        if ClickHouse.shared is None:
            ClickHouse.shared = session.Session()
        self.source = f"file('{glob}', Parquet)"

    def rows(self, query: str) -> list[tuple]:
        settings = "SETTINGS output_format_json_quote_64bit_integers = 0, join_use_nulls = 1"
        answer = ClickHouse.shared.query(f"{query} {settings}", "JSONCompactEachRow")
        return [tuple(json.loads(line)) for line in answer.data().splitlines()]

    def execute(self, statement: str) -> None:
        ClickHouse.shared.query(statement)

    def types(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self.rows(f"DESCRIBE {self.source}")}

    def days(self) -> dict[str, int]:
        return dict(self.rows(f"SELECT toString(date), count() FROM {self.source} GROUP BY 1"))

    def profile(self) -> dict[str, ColumnProfile]:
        return {
            name: ColumnProfile(*self.rows(sql.profile(name, self.plain(name), self.source))[0]) for name in COLUMNS
        }

    def sample(self) -> list[tuple]:
        return sorted_rows(self.rows(sql.sample([self.plain(name) for name in COLUMNS], self.source)))

    def plain(self, name: str) -> str:
        return sql.plain(name, micros="toUnixTimestamp64Micro({})", number="toInt64({})")
