"""Released statistics: every number is the bare tally's, and none stands on too few people."""

from reporter import Reporter
from store import K, RARE, Store, Tally, label
from tally_tables import TABLES

NETWORKS = 5

MEASURES = {
    ("exit_pages", "visits"): "exits",
    ("viewing_times", "page_views"): "earlier_views",
    ("transitions", "page_views"): "earlier_views",
    ("visits_per_visitor", "visitors"): "people",
    ("clicks", "events"): "records",
    ("downloads", "hits"): "page_views",
    **{(table, "hits"): "records" for table in ("postal_areas", "age_bands", "genders", "occupations")},
}
"""By table and column, the measure, where it has another name."""

RATIOS = {
    "page_views_per_visit": ("page_views", "visits"),
    "bounce_rate": ("bounces", "visits"),
    "visit_duration": ("visit_time", "visits"),
    "viewing_time": ("viewing_time", "earlier_views"),
    "duration_mean": ("request_time", "timed_hits"),
}

COUNTS = {"hits", "page_views", "visits", "bytes", "events", "bounces"}
"""Columns of sums."""

SOURCES = {"downloads": "pages"}
"""Tables that are a part of another one."""

UNDECLARED = {"(none)"}
"""Robots without a name on the built-in list; one person's script is a person."""

NOTHING = (0, 0, 0, 0)


def check(report: Reporter, store: Store, tally: Tally) -> None:
    """Reads each closed day's report on its own; the days have no supplements yet."""
    shown_rows = 0
    for day in sorted({cell[0] for cell in tally}):
        answer = store.report_of(day)
        entry = answer["days"][0]
        total = tally.get((day, "totals", "all", "hits"), NOTHING)
        if not passes(total) or entry["totals"] is None:
            report.check(f"{day}: too few visitors, nothing is shown", not tables_of(answer))
            continue
        report.check(f"{day}: totals are the tally's", total_faults(entry["totals"], day, tally))
        for table in tables_of(answer):
            faults, shown = table_faults(table, day, tally)
            report.check(f"{day}: {table['name']} shows the tally's numbers ({shown} rows)", faults)
            shown_rows += shown
    report.check("some rows are shown", shown_rows > 50)


def tables_of(answer: dict) -> list[dict]:
    """The tables that were counted, and not made by the report."""
    return [table for table in answer["tables"] if SOURCES.get(table["name"], table["name"]) in TABLES]


def labels_of(row: dict) -> str:
    return label(row["labels"])


def columns_of(table: dict) -> dict[str, str]:
    """The columns of sums that a table has, and their measures."""
    name = table["name"]
    names = {column for row in table["rows"] for column in row}
    return {
        column: MEASURES.get((name, column), column)
        for column in sorted(names)
        if column in COUNTS or (name, column) in MEASURES
    }


def summed(report: Reporter, store: Store, days: list[str]) -> None:
    """A longer report is the sum of what the days show."""
    whole = numbers_of(store.report("--from", days[0], "--to", days[-1]))
    expected: dict[tuple[str, str, str], int] = {}
    for day in days:
        for place, number in numbers_of(store.report_of(day)).items():
            expected[place] = expected.get(place, 0) + number
    # Hours may be blocks on some days.
    report.equal_maps(
        "a report of several days sums the days",
        {k: v for k, v in whole.items() if k[0] != "hours"},
        {k: v for k, v in expected.items() if k[0] != "hours"},
    )
    report.equal(
        "a report of several days sums the hours",
        sum(v for k, v in whole.items() if k[0] == "hours" and k[2] == "hits"),
        sum(v for k, v in expected.items() if k[0] == "hours" and k[2] == "hits"),
    )


def numbers_of(answer: dict) -> dict[tuple[str, str, str], int]:
    """By table, row and column, what is told, exactly or at least; visitors are never added."""
    return {
        (table["name"], labels_of(row), column): row[column] if isinstance(row[column], int) else row[column]["at_least"]
        for table in tables_of(answer)
        for row in table["rows"]
        if row["kind"] == "value"
        for column, measure in columns_of(table).items()
        if measure != "people" and row[column] is not None
    }


def total_faults(totals: dict, epoch: str, tally: Tally) -> list[str]:
    """A total is the tally's or is not told; what stands on too few people is not told."""

    def count(measure: str) -> tuple[int, int, int, int]:
        return tally.get((epoch, "totals", "all", measure), NOTHING)

    faults = []
    if totals["visitors"] != count("hits")[1]:
        faults.append(f"visitors: {totals['visitors']} instead of {count('hits')[1]}")
    for name in COUNTS & totals.keys():
        faults += number_faults(name, totals[name], count(name))
    return faults + ratio_faults("totals", totals, count)


def table_faults(table: dict, epoch: str, tally: Tally) -> tuple[list[str], int]:
    name = SOURCES.get(table["name"], table["name"])
    columns = columns_of(table)
    has_heavy = any(row["kind"] == "heavy" for row in table["rows"])
    faults, shown = [], 0
    for row in table["rows"]:
        if row["kind"] == "hidden":
            numbers = [row[column] for column in columns]
            faults += [f"{labels_of(row)}: hidden, but {numbers}"] if any(n is not None for n in numbers) else []
        if row["kind"] != "value":
            continue
        shown += 1
        place = labels_of(row)
        cell = "hour_blocks" if name == "hours" and "-" in place else name

        def count(measure: str) -> tuple[int, int, int, int]:
            return tally.get((epoch, cell, place, measure), NOTHING)

        is_declared = TABLES[name].is_declared and place not in UNDECLARED
        for column, measure in columns.items():
            faults += number_faults(f"{place} {column}", row[column], count(measure), is_declared, has_heavy)
        faults += ratio_faults(place, row, count, has_heavy)
        people = count(TABLES[name].measures[0])[1]
        if isinstance(row.get("visitors"), int) and not has_heavy and row["visitors"] != people:
            faults.append(f"{place} visitors: {row['visitors']} instead of {people}")
        if RARE in place.split("\t"):
            faults.append("(rare) has a row of its own")
    return faults + remainder_faults(table, columns, name, epoch, tally), shown


def ratio_faults(name: str, values: dict, count, lacks: bool = False) -> list[str]:
    faults = []
    for ratio, (numerator, denominator) in RATIOS.items():
        if values.get(ratio) is None:
            continue
        expected = {"numerator": count(numerator)[0], "denominator": count(denominator)[0]}
        if any(values[ratio][part] > expected[part] for part in expected) or (
            not lacks and any(values[ratio][part] < expected[part] for part in expected)
        ):
            faults.append(f"{name} {ratio}: {values[ratio]} instead of {expected}")
        for part, measure in (("numerator", numerator), ("denominator", denominator)):
            faults += number_faults(f"{name} {ratio}", values[ratio][part], count(measure), lacks=lacks)
    return faults


def remainder_faults(table: dict, columns: dict[str, str], name: str, epoch: str, tally: Tally) -> list[str]:
    """Where all rows are told exactly, "other" among them, they make the total; else they make no more than it.

    A table of two dimensions has no rows for the values that are in "other" of the table that contains it.
    """
    if table["name"] in SOURCES:
        return []
    faults = []
    for column, measure in columns.items():
        values = [row[column] for row in table["rows"]]
        told = sum(value for value in values if isinstance(value, int))
        whole = sum(
            count[0] for cell, count in tally.items() if (cell[0], cell[1], cell[3]) == (epoch, name, measure)
        )
        is_all = all(isinstance(value, int) for value in values) and any(
            row["kind"] == "other" and len(row["labels"]) == 1 for row in table["rows"]
        )
        if name != "transitions" and (told > whole or (is_all and told != whole)):
            faults.append(f"all rows of {column}: {told} of {whole}")
    return faults


def number_faults(
    name: str, value: int | dict | None, count: tuple[int, int, int, int], free: bool = False, lacks: bool = False
) -> list[str]:
    """A number that is told is the tally's sum, or with `lacks` less, and stands on enough people or on nobody."""
    if value is None:
        return []
    number = value["at_least"] if isinstance(value, dict) else value
    if number > count[0] or (number < count[0] and not lacks and not isinstance(value, dict)):
        return [f"{name}: {value} instead of {count[0]}"]
    return (
        []
        if free or number == 0 or passes(count)
        else [f"{name}: told with {count[1]} visitors of {count[2]} networks"]
    )


def passes(count: tuple[int, int, int, int]) -> bool:
    return count[1] >= K and count[2] >= NETWORKS
