"""Bare tallies: every number that the tool counts is counted again in SQL."""

from engines import ClickHouse, DuckDB
from reporter import Reporter
from schema import FREE_TEXTS
from store import K, RARE, Distributions, Store, Tally
from tally_sql import QUANTILES, Recount

TEXTS_OF_PATHS = {"file_types"}
"""Tables whose labels are made of free texts without naming them."""


def check(report: Reporter, store: Store, when: str) -> Tally:
    """All tables in two engines; gives the tool's own tally."""
    counts = store.counts()
    exact = {cell[:1] + cell[2:3] for cell in counts.tally if cell[1] == "transitions"}
    for engine in [DuckDB(store.glob), ClickHouse(store.glob)]:
        recount = Recount(engine, store)
        expected = recount.counts(exact)
        for table in sorted({cell[1] for cell in expected.tally} | {cell[1] for cell in counts.tally}):
            report.equal_maps(
                f"{when}: {table} equals {engine.name}'s",
                {cell: count for cell, count in counts.tally.items() if cell[1] == table},
                {cell: count for cell, count in expected.tally.items() if cell[1] == table},
            )
        if expected.distributions or counts.distributions:
            report.equal_maps(
                f"{when}: distributions equal {engine.name}'s", counts.distributions, expected.distributions
            )
            report.check(
                f"{when}: quantiles lie in the bins of {engine.name}'s exact ones",
                quantile_faults(counts.distributions, recount),
            )
        report.check(
            f"{when}: all transitions that ten visitors made are told apart", sorted(recount.steps_to_tell() - exact)
        )
    return store.tally()


def quantile_faults(distributions: Distributions, recount: Recount) -> list[str]:
    """The bin in which a quantile lies by the bins' counts is that of the exact one, by the nearest rank."""
    faults = []
    exact = recount.quantiles()
    for place, (_, bins) in distributions.items():
        number = sum(count for _, count, _, _ in bins)
        for percent, value in zip(QUANTILES, exact[place]):
            rank, seen = -(-number * percent // 100), 0
            for position, (lower, count, _, _) in enumerate(bins):
                seen += count
                if seen >= rank:
                    upper = bins[position + 1][0] if position + 1 < len(bins) else float("inf")
                    if not lower <= value < upper:
                        faults.append(f"{place} {percent} %: {value} is not in the bin from {lower}")
                    break
    return faults


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

    # A row of which some texts were rare has lost them.
    texts = {cell[1] for cell in closed if RARE in cell[2]} | TEXTS_OF_PATHS

    def counts(tally: Tally) -> Tally:
        return {cell: count for cell, count in tally.items() if cell[1] not in texts}

    report.equal_maps(
        "closing changes no total, visit, duration or table of closed vocabulary", counts(closed), counts(opened)
    )
    kept = {
        cell: count
        for cell, count in closed.items()
        if cell[1] in texts - TEXTS_OF_PATHS and RARE not in cell[2] and not is_unknown_type(cell)
    }
    report.equal_maps(
        "closing changes no row of a text that is not rare", kept, {cell: opened.get(cell) for cell in kept}
    )
    before, after = sums(opened, texts), sums(closed, texts)
    # Where all files of a day were rare, none has an extension any more.
    lost = {place for place in before.keys() - after.keys() if place[1] in TEXTS_OF_PATHS}
    report.equal_maps(
        "closing loses nothing of the tables of texts",
        after,
        {place: number for place, number in before.items() if place not in lost},
    )


def is_unknown_type(cell: tuple[str, str, str, str]) -> bool:
    """Whether the row is of files without an extension: rare ones have none either."""
    return cell[1] == "static_files" and cell[2].startswith("(none)\t")


def sums(tally: Tally, texts: set[str]) -> dict[tuple[str, str, str], int]:
    result: dict[tuple[str, str, str], int] = {}
    for (epoch, table, _, measure), count in tally.items():
        if table in texts and table != "transitions":
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
