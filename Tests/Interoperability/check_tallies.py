"""Bare tallies: every number that the tool counts is counted again in SQL."""

from engines import ClickHouse, DuckDB
from reporter import Reporter
from schema import FREE_TEXTS
from store import Store, Tally
from tally_sql import Recount

K = 10
TEXT_TABLES = {"page", "referrer"}
"""The tables whose keys are free texts, which may become `(rare)` when a day is closed."""


def check(report: Reporter, store: Store, when: str) -> Tally:
    """All tables in two engines; gives the tool's own tally."""
    tally = store.tally()
    for engine in [DuckDB(store.glob), ClickHouse(store.glob)]:
        report.equal_maps(f"{when}: the tally equals {engine.name}'s", tally, Recount(engine, store).tally())
    return tally


def ties(report: Reporter, store: Store) -> None:
    """Open days: `tie` tells one visitor's events within a second apart, in the order of the log."""
    engine = DuckDB(store.glob)
    Recount(engine, store)
    same = """
        SELECT epoch, writer, instant, tie_number FROM events WHERE who IS NOT NULL
        GROUP BY epoch, writer, who, instant, tie_number HAVING count(*) > 1
    """
    report.check(
        "open days: no two events of a visitor have writer, second and tie in common",
        [str(row) for row in engine.rows(same)],
    )
    shared = """
        SELECT instant FROM events WHERE who IS NOT NULL GROUP BY epoch, who, instant HAVING count(DISTINCT writer) > 1
    """
    report.check("open days: visitors who were at both writers within a second exist", len(engine.rows(shared)) > 10)
    walks = """
        SELECT string_agg(right(path, 1), '' ORDER BY tie_number) FROM events
        WHERE path LIKE '/walk/%' AND who IS NOT NULL GROUP BY epoch, who, instant
    """
    seen = [row[0] for row in engine.rows(walks)]
    report.check(
        "open days: ties keep the order of lines within a second",
        [walk for walk in seen if walk != "abcd" * (len(walk) // 4)] or (["no walks"] if not seen else []),
    )


def closing(report: Reporter, opened: Tally, closed: Tally) -> None:
    """What closing must not change, and what it may."""

    def counts(tally: Tally) -> Tally:
        return {cell: count for cell, count in tally.items() if cell[1] not in TEXT_TABLES}

    report.equal_maps(
        "closing changes no total, visit, duration or table of closed vocabulary", counts(closed), counts(opened)
    )
    texts = {cell: count for cell, count in closed.items() if cell[1] in TEXT_TABLES and cell[2] != "(rare)"}
    report.equal_maps(
        "closing changes no row of a text that is not rare", texts, {cell: opened.get(cell) for cell in texts}
    )
    report.equal_maps("closing loses nothing of the tables of texts", sums(closed), sums(opened))


def sums(tally: Tally) -> dict[tuple[str, str, str], int]:
    result: dict[tuple[str, str, str], int] = {}
    for (epoch, table, _, measure), count in tally.items():
        if table in TEXT_TABLES:
            result[epoch, table, measure] = result.get((epoch, table, measure), 0) + count[0]
    return result


def rare_texts(report: Reporter, store: Store) -> None:
    """Closed days: no free text that fewer than k visitors of its epoch have seen; `visit` and `seq` on every row."""
    engine = DuckDB(store.glob)
    Recount(engine, store)
    rows = "FROM {} AS e JOIN files AS f ON parse_filename(e.filename) = f.name WHERE f.closed = 1".format(
        f"read_parquet('{store.glob}', filename = true)"
    )
    left = []
    for name in FREE_TEXTS:
        query = f"""
            SELECT f.epoch, e.{name}, count(DISTINCT visitor) {rows} AND e.{name} <> '(rare)'
            GROUP BY ALL HAVING count(DISTINCT visitor) < {K}
        """
        left += [f"{name}: {row}" for row in engine.rows(query)]
    report.check("closed days: texts of fewer than ten visitors are gone", left)
    hidden = engine.rows(f"SELECT count(*) {rows} AND path = '(rare)'")[0][0]
    report.check("closed days: some texts were rare", hidden > 0)
    unordered = engine.rows(f"SELECT count(*) {rows} AND (visit IS NULL OR seq IS NULL OR tie IS NOT NULL)")[0][0]
    report.equal("closed days: rows without visit and seq, or with tie", unordered, 0)
    repeated = engine.rows(f"SELECT visit, seq, count(*) {rows} GROUP BY ALL HAVING count(*) > 1")
    report.check("closed days: visit and seq name a row", [str(row) for row in repeated])
    gaps = engine.rows(f"""
        SELECT visit {rows} GROUP BY visit
        HAVING min(seq) <> 0 OR max(seq) <> count(*) - 1 OR count(DISTINCT visitor) > 1
    """)
    report.check("closed days: seq counts from 0 within a visit of one visitor", [str(row) for row in gaps])
