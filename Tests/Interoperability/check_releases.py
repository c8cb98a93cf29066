"""Released statistics: every number is the bare tally's, and none stands on too few people."""

from typing import NamedTuple

from reporter import Reporter
from store import Store, Tally

K, NETWORKS = 10, 5


class Published(NamedTuple):
    table: str
    columns: dict[str, str]
    """By name of the column, the measure; the leading one first."""


PUBLISHED = {
    "pages": Published("page", {"page_views": "pageViews"}),
    "entry_pages": Published("page", {"visits": "visits"}),
    "exit_pages": Published("page", {"visits": "exits"}),
    "referrers": Published("referrer", {"page_views": "pageViews"}),
    "hours": Published("hour", {"hits": "hits"}),
    "browsers": Published("browser", {"hits": "hits"}),
    "operating_systems": Published("operating_system", {"hits": "hits"}),
    "device_classes": Published("device_class", {"hits": "hits"}),
    "status_codes": Published("status", {"hits": "hits"}),
    "robots": Published("robot", {"hits": "hits", "bytes": "bytes"}),
}

TOTALS = {"visits": "visits", "page_views": "pageViews", "hits": "hits", "bytes": "bytes"}
RATIOS = {"page_views_per_visit": "pageViews", "bounce_rate": "bounces", "visit_duration": "duration"}

DERIVED = {"weekday_hours"}
"""Tables that the report makes of others."""

UNDECLARED = {"(none)"}
"""Robots without a name on the built-in list; one person's script is a person."""

NOTHING = (0, 0, 0, 0)


def check(report: Reporter, store: Store, tally: Tally) -> None:
    """Reads each closed day's report on its own; the days have no supplements yet."""
    shown_rows = 0
    for day in sorted({cell[0] for cell in tally}):
        answer = store.report_of(day)
        entry = answer["days"][0]
        total = tally.get((day, "total", "all", "hits"), NOTHING)
        if not passes(total):
            report.check(f"{day}: too few visitors, nothing is shown", not entry["shown"] and not answer["tables"])
            continue
        report.check(f"{day}: totals are the tally's", total_faults(entry["totals"], day, tally))
        told = {name for name in PUBLISHED if name == "robots" or entry["totals"][leading_total(name)] is not None}
        tables = {table["name"] for table in answer["tables"]} - DERIVED
        report.equal(f"{day}: the tables are there whose total is told", tables, told)
        for table in [table for table in answer["tables"] if table["name"] in PUBLISHED]:
            faults, shown = table_faults(table, day, tally)
            report.check(f"{day}: {table['name']} shows the tally's numbers ({shown} rows)", faults)
            shown_rows += shown
    report.check("some rows are shown", shown_rows > 50)


def leading_total(name: str) -> str:
    """The column of the totals that the rows of a table sum to."""
    return next(iter(PUBLISHED[name].columns))


def summed(report: Reporter, store: Store, days: list[str]) -> None:
    """A longer report is the sum of what the days show."""
    answer = store.report("--from", days[0], "--to", days[-1])
    whole = {table["name"]: table for table in answer["tables"] if table["name"] in PUBLISHED}
    expected: dict[tuple[str, str, str], int] = {}
    for day in days:
        for table in [table for table in store.report_of(day)["tables"] if table["name"] in PUBLISHED]:
            for row in table["rows"]:
                for column in PUBLISHED[table["name"]].columns if row["kind"] == "value" else []:
                    place = table["name"], row["labels"][-1], column
                    expected[place] = expected.get(place, 0) + row[column]
    seen = {
        (name, row["labels"][-1], column): row[column]
        for name, table in whole.items()
        for row in table["rows"]
        if row["kind"] == "value"
        for column in PUBLISHED[name].columns
    }
    # Hours may be blocks on some days.
    report.equal_maps(
        "a report of several days sums the days",
        {k: v for k, v in seen.items() if k[0] != "hours"},
        {k: v for k, v in expected.items() if k[0] != "hours"},
    )
    report.equal(
        "a report of several days sums the hours",
        sum(v for k, v in seen.items() if k[0] == "hours"),
        sum(v for k, v in expected.items() if k[0] == "hours"),
    )


def total_faults(totals: dict, epoch: str, tally: Tally) -> list[str]:
    """A total is the tally's or is not told; what stands on too few people is not told."""

    def count(measure: str) -> tuple[int, int, int, int]:
        return tally.get((epoch, "total", "all", measure), NOTHING)

    faults = []
    if totals["visitors"] != count("hits")[1]:
        faults.append(f"visitors: {totals['visitors']} instead of {count('hits')[1]}")
    for name, measure in TOTALS.items():
        faults += number_faults(name, totals[name], count(measure))
    for name, measure in RATIOS.items():
        if totals[name] is None:
            continue
        if totals[name] != {"numerator": count(measure)[0], "denominator": count("visits")[0]}:
            faults.append(f"{name}: {totals[name]}")
        faults += number_faults(name, totals[name]["numerator"], count(measure))
    return faults


def table_faults(table: dict, epoch: str, tally: Tally) -> tuple[list[str], int]:
    published = PUBLISHED[table["name"]]
    leading = next(iter(published.columns.values()))
    faults, labels = [], set()
    told = dict.fromkeys(published.columns, 0)
    for row in table["rows"]:
        numbers = [row[column] for column in published.columns]
        if row["kind"] == "hidden":
            faults += [f"{row['label']}: hidden, but {numbers}"] if any(n is not None for n in numbers) else []
            continue
        for column, number in zip(told, numbers):
            told[column] += number
        if row["kind"] == "other":
            continue
        labels.add(row["labels"][-1])
        cell = "hour_block" if "-" in row["labels"][-1] and published.table == "hour" else published.table
        for column, measure in published.columns.items():
            count = tally.get((epoch, cell, row["labels"][-1], measure), NOTHING)
            is_declared = published.table == "robot" and row["labels"][-1] not in UNDECLARED
            faults += number_faults(f"{row['label']} {column}", row[column], count, free=is_declared)
        people = tally.get((epoch, cell, row["labels"][-1], leading), NOTHING)[1]
        if row.get("visitors") not in (None, people):
            faults.append(f"{row['label']} visitors: {row['visitors']} instead of {people}")
    if "(rare)" in labels:
        faults.append("(rare) has a row of its own")
    faults += remainder_faults(table, published, epoch, tally, told)
    return faults, len(labels)


def remainder_faults(table: dict, published: Published, epoch: str, tally: Tally, told: dict[str, int]) -> list[str]:
    """Where a table has `other`, all rows make the total; else they make no more than it."""
    faults = []
    has_other = any(row["kind"] == "other" for row in table["rows"])
    for column, measure in published.columns.items():
        whole = sum(
            count[0]
            for cell, count in tally.items()
            if cell[0] == epoch and cell[1] == published.table and cell[3] == measure
        )
        if told[column] > whole or ((has_other or not table["hides_rows"]) and told[column] != whole):
            faults.append(f"all rows of {column}: {told[column]} of {whole}")
    return faults


def number_faults(name: str, number: int | None, count: tuple[int, int, int, int], free: bool = False) -> list[str]:
    """A number that is told is the tally's sum, and stands on enough people or on nobody."""
    if number is None:
        return []
    if number != count[0]:
        return [f"{name}: {number} instead of {count[0]}"]
    return (
        []
        if free or number == 0 or passes(count)
        else [f"{name}: told with {count[1]} visitors of {count[2]} networks"]
    )


def passes(count: tuple[int, int, int, int]) -> bool:
    return count[1] >= K and count[2] >= NETWORKS
