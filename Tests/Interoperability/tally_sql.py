"""Counts a store again in SQL: the definitions, written a second time.

The statements are the same for both engines; only the views of the files and of local time are spelled differently.
Every order is total, and nothing depends on how an engine compares absent values.
"""

from collections.abc import Callable
from typing import NamedTuple

from engines import ClickHouse, DuckDB
from store import TIME_ZONE, Store, Tally

NETWORK_LIMIT = 5
"""Networks behind a number are counted up to max(3, k/2), rounded up; k is 10."""

ALL = [
    "hits",
    "bytes",
    "pageViews",
    "otherHits",
    "visits",
    "laterViews",
    "exits",
    "earlierViews",
    "bounces",
    "longerVisits",
    "duration",
]
OF_PAGES = ["pageViews", "visits", "laterViews", "exits", "earlierViews"]
PEOPLE, VIEWS, ROBOTS = "robot_flag = 0", "m_pageViews = 1", "robot_flag = 1"


class Table(NamedTuple):
    key: str
    rows: str
    measures: list[str]
    label: Callable[[str], str] = str


TABLES = {
    "total": Table("'all'", PEOPLE, ALL),
    "hour": Table("local_hour", PEOPLE, ["hits"], lambda hour: f"{int(hour):02d}"),
    "hour_block": Table(
        "local_hour - local_hour % 3", PEOPLE, ["hits"], lambda hour: f"{int(hour):02d}-{int(hour) + 2:02d}"
    ),
    "page": Table("coalesce(path, '(none)')", VIEWS, OF_PAGES),
    "referrer": Table(
        "CASE WHEN coalesce(referrer_kind, '') = 'internal' THEN '(internal)'"
        " WHEN referrer_domain IS NULL AND referrer_kind IS NOT NULL THEN '(unnamed)'"
        " ELSE coalesce(referrer_domain, '(none)') END",
        VIEWS,
        ["pageViews"],
    ),
    "browser": Table("coalesce(browser, '(none)')", PEOPLE, ["hits"]),
    "operating_system": Table("coalesce(os, '(none)')", PEOPLE, ["hits"]),
    "device_class": Table("coalesce(device_class, '(none)')", PEOPLE, ["hits"]),
    "status": Table(
        "CASE WHEN coalesce(status, 0) BETWEEN 100 AND 999 THEN CAST(status AS VARCHAR) ELSE '(none)' END",
        PEOPLE,
        ["hits"],
    ),
    "robot": Table("coalesce(robot_name, '(none)')", ROBOTS, ["hits", "bytes"]),
}

KEPT = "path, referrer_domain, referrer_kind, browser, os, device_class, status, robot_name"

EVENTS = """
    SELECT row_number() OVER (ORDER BY {file_name}, e.time, tie, visit, seq, visitor, bytes) AS row_id,
      f.epoch AS epoch, f.writer AS writer, f.closed AS closed,
      {instant} AS instant, CAST({hour} AS BIGINT) AS local_hour,
      lower(hex(visitor)) AS who, lower(hex(network)) AS net,
      tie AS tie_number, visit AS visit_number, seq AS place_number,
      CAST(page_view AS INTEGER) AS view_flag, CAST(robot AS INTEGER) AS robot_flag,
      greatest(coalesce(bytes, 0), 0) AS sent, {kept}
    FROM {source} AS e JOIN files AS f ON {file_name} = f.name
"""

# Rows without a visitor are visits of their own.
WALKS = """
    SELECT row_id, epoch, instant, writer, tie_number, view_flag, robot_flag,
      coalesce(who, concat('row ', CAST(row_id AS VARCHAR))) AS walker
    FROM events WHERE closed = 0
"""

PLACES = """
    SELECT row_id, epoch, walker, instant, view_flag, robot_flag,
      CAST(row_number() OVER (
        PARTITION BY epoch, walker ORDER BY instant, writer, tie_number, row_id) AS BIGINT) AS place,
      max(CASE WHEN view_flag = 1 THEN instant END) OVER (
        PARTITION BY epoch, walker ORDER BY instant, writer, tie_number, row_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest_view
    FROM walks
"""

STARTS = """
    SELECT row_id, epoch, walker, instant, view_flag, robot_flag, place,
      CASE WHEN view_flag = 1 AND latest_view IS NOT NULL AND instant - latest_view > 1800 THEN 1 ELSE 0 END AS begins
    FROM places
"""

NUMBERED = """
    SELECT row_id, epoch, instant, view_flag, robot_flag, place,
      concat(walker, ' ', CAST(sum(begins) OVER (
        PARTITION BY epoch, walker ORDER BY place
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS VARCHAR)) AS visit_key
    FROM starts
    UNION ALL
    SELECT row_id, epoch, instant, view_flag, robot_flag, CAST(coalesce(place_number, 0) AS BIGINT) AS place,
      concat('visit ', CAST(visit_number AS VARCHAR)) AS visit_key
    FROM events WHERE closed = 1
"""

VIEWS_OF_VISITS = """
    SELECT row_id,
      row_number() OVER (PARTITION BY epoch, visit_key ORDER BY place) AS nth,
      row_number() OVER (PARTITION BY epoch, visit_key ORDER BY place DESC) AS nth_last,
      max(instant) OVER (PARTITION BY epoch, visit_key) - min(instant) OVER (PARTITION BY epoch, visit_key) AS span
    FROM numbered WHERE view_flag = 1 AND robot_flag = 0
"""

FACTS = f"""
    SELECT e.epoch AS epoch, e.who AS who, e.net AS net, e.robot_flag AS robot_flag, e.local_hour AS local_hour, {KEPT},
      1 AS m_hits, e.sent AS m_bytes,
      CASE WHEN coalesce(v.nth, 0) > 0 THEN 1 ELSE 0 END AS m_pageViews,
      CASE WHEN coalesce(v.nth, 0) > 0 THEN 0 ELSE 1 END AS m_otherHits,
      CASE WHEN coalesce(v.nth, 0) = 1 THEN 1 ELSE 0 END AS m_visits,
      CASE WHEN coalesce(v.nth, 0) > 1 THEN 1 ELSE 0 END AS m_laterViews,
      CASE WHEN coalesce(v.nth_last, 0) = 1 THEN 1 ELSE 0 END AS m_exits,
      CASE WHEN coalesce(v.nth_last, 0) > 1 THEN 1 ELSE 0 END AS m_earlierViews,
      CASE WHEN coalesce(v.nth, 0) = 1 AND coalesce(v.nth_last, 0) = 1 THEN 1 ELSE 0 END AS m_bounces,
      CASE WHEN coalesce(v.nth, 0) = 1 AND coalesce(v.nth_last, 0) > 1 THEN 1 ELSE 0 END AS m_longerVisits,
      CASE WHEN coalesce(v.nth, 0) = 1 THEN v.span ELSE 0 END AS m_duration
    FROM events AS e LEFT JOIN views_of_visits AS v ON e.row_id = v.row_id
"""

SUMS = """
    SELECT epoch_name, cell, CAST(sum(amount) AS BIGINT), count(visitor_name),
      CAST(coalesce(max(CASE WHEN visitor_name IS NOT NULL THEN amount END), 0) AS BIGINT)
    FROM (
      SELECT epoch AS epoch_name, {key} AS cell, who AS visitor_name, sum(m_{measure}) AS amount
      FROM facts WHERE {rows} AND m_{measure} > 0 GROUP BY epoch, {key}, who
    ) AS t GROUP BY epoch_name, cell
"""

NETWORKS = """
    SELECT epoch_name, cell, count(DISTINCT network_name)
    FROM (
      SELECT epoch AS epoch_name, {key} AS cell, CASE WHEN who IS NOT NULL THEN net END AS network_name
      FROM facts WHERE {rows} AND m_{measure} > 0
    ) AS t GROUP BY epoch_name, cell
"""


class Recount:
    """The rows of a store in an engine, with their visits."""

    def __init__(self, engine: DuckDB | ClickHouse, store: Store):
        self.engine = engine
        is_duckdb = isinstance(engine, DuckDB)
        self.create = (
            "CREATE OR REPLACE TABLE {} AS {}" if is_duckdb else "CREATE OR REPLACE TABLE {} ENGINE = Memory AS {}"
        )
        self.make(
            "files",
            " UNION ALL ".join(
                f"SELECT '{file.path.name}' AS name, '{file.epoch}' AS epoch, '{file.writer}' AS writer,"
                f" {int(file.closed)} AS closed"
                for file in store.files()
            ),
        )
        spelling = (
            {
                "file_name": "parse_filename(e.filename)",
                "instant": "epoch_us(e.time) // 1000000",
                "hour": f"extract(hour FROM timezone('{TIME_ZONE}', e.time))",
                "source": f"read_parquet('{store.glob}', hive_partitioning = true, filename = true)",
            }
            if is_duckdb
            else {
                "file_name": "_file",
                "instant": "intDiv(toUnixTimestamp64Micro(e.time), 1000000)",
                "hour": f"toHour(toTimeZone(e.time, '{TIME_ZONE}'))",
                "source": engine.source,
            }
        )
        self.make("events", EVENTS.format(**spelling, kept=KEPT))
        self.make("walks", WALKS)
        self.make("places", PLACES)
        self.make("starts", STARTS)
        self.make("numbered", NUMBERED)
        self.make("views_of_visits", VIEWS_OF_VISITS)
        self.make("facts", FACTS)

    def make(self, table: str, query: str) -> None:
        self.engine.execute(self.create.format(table, query))

    def tally(self, tables: list[str] | None = None) -> Tally:
        """What the tool's own tally should be, in its own form."""
        tally: Tally = {}
        for name in tables or TABLES:
            table = TABLES[name]
            for measure in table.measures:
                part = {"key": table.key, "rows": table.rows, "measure": measure}
                networks = {(epoch, cell): count for epoch, cell, count in self.engine.rows(NETWORKS.format(**part))}
                for epoch, cell, total, visitors, largest in self.engine.rows(SUMS.format(**part)):
                    tally[epoch, name, table.label(cell), measure] = (
                        total,
                        visitors,
                        min(networks[epoch, cell], NETWORK_LIMIT),
                        largest,
                    )
        return tally
