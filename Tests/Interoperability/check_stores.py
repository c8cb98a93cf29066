"""Reports of the real tool against a solver: what a store does not tell could be many numbers.

Usage: check_stores.py FOOTFALL TALLYDUMP DEFINITIONS [--quick]. DEFINITIONS is what the suite "Disclosure dump" of
StatisticsTests writes. Ends with 1 if a hidden number of hits, page views or visits lies in an interval narrower than
max(k - 1, a fifth of it).

The solver knows the reports of each day before and after late lines came, and so those of the late lines alone. What
longer reports, months for publication and `--today` say is shown to be made of these, so that it tells nothing more.
"""

import argparse
import json
import random
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from disclosure_model import Model
from generate import Entry, Generator, lines
from reporter import Reporter
from store import TIME_ZONE, K, Store, Tools, label

FIRST = date(2025, 5, 5)
DAYS = 3
AFTER = "2025-06-02T12:00:00+02:00"
"""When the month is over and all its days are closed."""

MADE = {"totals", "downloads", "weekday_hours"}
"""Tables that reports make of others, or that stand apart."""

Place = tuple[str, str, str, str]
"""Table, labels, kind of row, column."""


def check(report: Reporter, tools: Tools, definitions: list[dict], count: int, cells: int) -> None:
    with tempfile.TemporaryDirectory(prefix="footfall-disclosure-") as folder:
        epochs = []
        for seed in range(count):
            epochs += read(report, Store(tools, Path(folder) / f"store-{seed}"), definitions, seed)
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(bounded, epochs, [cells] * len(epochs)))
    report.check(
        f"hidden numbers keep their intervals in {len(epochs)} epochs of {count} stores",
        [fault for _, found in results for fault in found],
    )
    bounds = sum(number for number, _ in results)
    report.check(f"{bounds} hidden numbers of stores were bounded", bounds > 5 * len(epochs))


def read(report: Reporter, store: Store, definitions: list[dict], seed: int) -> list[dict]:
    """Makes a store, and gives what is told of each of its epochs beside what was counted."""
    name = f"store {seed}"
    days = [(FIRST + timedelta(number)).isoformat() for number in range(DAYS)]
    told_hours = fill(store, days, seed)
    day_reports = {day: store.report_of(day) for day in days}
    month = published(store)
    whole = store.report("--from", days[0], "--to", days[-1])
    report.check(f"{name}: a longer report is made of the days' numbers", longer(whole, list(day_reports.values())))
    report.check(f"{name}: an hour is what it was on its day", hours(told_hours, day_reports[days[-1]]))
    report.check(f"{name}: a month is made of the days' numbers", rough(month, list(day_reports.values())))
    store.ingest(input=lines(Generator(seed=500 + seed).entries(FIRST, 1, 400)))
    store.aggregate("--no-expire", "--now", AFTER)
    late = {day: store.report_of(day) for day in days}
    counted = counts(store)
    epochs = []
    for day in days:
        parts = [(day, released(day_reports[day]))]
        if late[day]["days"][0]["supplements"]:
            parts.append((f"{day}.s1", supplement(day_reports[day], late[day])))
        for epoch, tables in parts:
            if tables and epoch in counted:
                epochs.append(
                    {
                        "name": f"{name} {epoch}",
                        "k": K,
                        "definitions": definitions,
                        "counted": counted_tables(counted[epoch], definitions),
                        "released": tables,
                    }
                )
    return epochs


def fill(store: Store, days: list[str], seed: int) -> dict:
    """Reads and closes the days, the last one after its first hours were told; gives what was told of those."""
    generator = Generator(seed=100 + seed)
    entries = generator.entries(FIRST, DAYS, 120 + 60 * seed) + robots(generator, seed)
    noon = int(datetime.fromisoformat(f"{days[-1]}T15:00:00").replace(tzinfo=ZoneInfo(TIME_ZONE)).timestamp())
    store.ingest(input=lines([entry for entry in entries if entry.second < noon]))
    store.run("aggregate", "--today", "--now", f"{days[-1]}T16:30:00+02:00")
    told = store.report("--today", "--now", f"{days[-1]}T16:30:00+02:00")
    store.ingest(input=lines([entry for entry in entries if entry.second >= noon]))
    store.aggregate("--no-expire", "--now", AFTER)
    return told


def robots(generator: Generator, seed: int) -> list[Entry]:
    """Lines of visitors who ask for one thing all day: one, or as many as a row of heavy use needs."""
    entries = []
    midnight = int(datetime.combine(FIRST, datetime.min.time(), ZoneInfo(TIME_ZONE)).timestamp())
    for number in range([0, 1, 14][seed % 3]):
        visitor = generator.visitor(10_000 + number)
        for time in range(300):
            entries.append(generator.entry(visitor, midnight + 120 * time, "GET", f"/hot/{number}", 200, "-"))
        for time in range(14):
            other = generator.visitor(20_000 + 100 * number + time)
            entries.append(generator.entry(other, midnight + 600 * time, "GET", f"/hot/{number}", 200, "-"))
    return entries


def published(store: Store) -> dict:
    month = FIRST.replace(day=1)
    end = month + timedelta(30)
    return store.report("--class", "published", "--from", month.isoformat(), "--to", end.isoformat(), "--now", AFTER)


# What is told, in the form that the model reads


def released(answer: dict) -> list[dict]:
    """The tables of a report of one day."""
    totals = answer["days"][0]["totals"]
    if totals is None:
        return []
    tables = [table_of("totals", None, list(totals), [(["all"], "value", list(totals.values()))])]
    for table in answer["tables"]:
        columns = [column["name"] for column in table["columns"]]
        rows = [(row["labels"], row["kind"], [row[column] for column in columns]) for row in table["rows"]]
        if table["name"] not in MADE:
            tables.append(table_of(table["name"], table["total"], columns, rows))
    return tables


def table_of(name: str, total, columns: list[str], rows: list) -> dict:
    return {
        "name": name,
        "columns": columns,
        "total": value_of(total),
        "rows": [[labels, kind, [value_of(value) for value in values]] for labels, kind, values in rows],
    }


def value_of(value) -> list | None:
    if isinstance(value, int):
        return ["number", value]
    if isinstance(value, dict) and "at_least" in value:
        return ["at_least", value["at_least"]]
    if isinstance(value, dict) and "numerator" in value:
        return ["ratio", value["numerator"], value["denominator"]]
    return None


def supplement(before: dict, after: dict) -> list[dict]:
    """What is told of late lines alone: the report with them less the report without."""
    totals = after["days"][0]["supplements"][0]["totals"]
    if totals is None:
        return []
    tables = [table_of("totals", None, list(totals), [(["all"], "value", list(totals.values()))])]
    old = {
        (table["name"], label(row["labels"]), row["kind"]): row for table in before["tables"] for row in table["rows"]
    }
    totals_before = {table["name"]: table["total"] for table in before["tables"]}
    for table in after["tables"]:
        name = table["name"]
        if name in MADE:
            continue
        columns = [column["name"] for column in table["columns"] if column["over_days"] == "sum"]
        rows = []
        for row in table["rows"]:
            known = old.get((name, label(row["labels"]), row["kind"]))
            # Where late lines tell hours as a block, so does the sum.
            if name == "hours" and known is None:
                known = block(row["labels"][0], columns, old)
            values = [less(row[column], (known or {}).get(column)) for column in columns]
            if any(value is not None for value in values):
                rows.append((row["labels"], row["kind"], values))
        if rows:
            tables.append(table_of(name, less(table["total"], totals_before.get(name)), columns, rows))
    return tables


def less(after, before) -> int | dict | None:
    """What was added, exactly or at least; nothing, which may be hidden, is not told."""
    more = part(after) - part(before)
    if more == 0:
        return None
    return more if isinstance(after, int) else {"at_least": more}


def part(value) -> int:
    """What is told of a sum."""
    if isinstance(value, dict):
        return value.get("at_least", 0)
    return value if isinstance(value, int) else 0


def block(name: str, columns: list[str], rows: dict) -> dict | None:
    """What the single hours of a block told."""
    first, _, last = name.partition("-")
    if not last:
        return None
    hours = [rows.get(("hours", f"{hour:02d}", "value"), {}) for hour in range(int(first), int(last) + 1)]
    return {column: sum(part(row.get(column)) for row in hours) for column in columns}


def counts(store: Store) -> dict[str, dict[tuple[str, str], dict[str, int]]]:
    """By epoch, table and row, the bare sums."""
    epochs: dict[str, dict[tuple[str, str], dict[str, int]]] = {}
    for (epoch, table, labels, measure), count in store.counts().tally.items():
        epochs.setdefault(epoch, {}).setdefault((table, labels), {})[measure] = count[0]
    return epochs


def counted_tables(counted: dict[tuple[str, str], dict[str, int]], definitions: list[dict]) -> list[dict]:
    tables = []
    for definition in definitions:
        rows = [
            [labels.split("\t"), [sums.get(measure, 0) for measure in definition["measures"]]]
            for (table, labels), sums in counted.items()
            if table == definition["name"]
        ]
        if definition["name"] in ("hours", "hour_blocks"):
            known = {row[0][0] for row in rows}
            step = 1 if definition["name"] == "hours" else 3
            for hour in range(0, 24, step):
                name = f"{hour:02d}" if step == 1 else f"{hour:02d}-{hour + 2:02d}"
                if name not in known:
                    rows.append([[name], [0 for _ in definition["measures"]]])
        if rows:
            tables.append({"name": definition["name"], "measures": definition["measures"], "rows": rows})
    return tables


# What other reports say is made of what the days say


def numbers(answer: dict) -> dict[Place, int]:
    """All sums that are told exactly, those of the table as a whole among them."""
    found: dict[Place, int] = {}
    for table in answer["tables"]:
        sums = [column["name"] for column in table["columns"] if column["over_days"] == "sum"]
        for row in table["rows"]:
            for column in sums:
                if isinstance(row[column], int):
                    found[table["name"], label(row["labels"]), row["kind"], column] = row[column]
        if isinstance(table["total"], int):
            found[table["name"], "", "total", ""] = table["total"]
    return found


def longer(whole: dict, days: list[dict]) -> list[str]:
    expected: dict[Place, int] = {}
    for day in days:
        for place, number in numbers(day).items():
            expected[place] = expected.get(place, 0) + number
    # Hours may be blocks on some days, and then are on all.
    seen = {place: number for place, number in numbers(whole).items() if place[0] not in ("hours", "weekday_hours")}
    return [
        f"{place}: {number} instead of {expected.get(place)}"
        for place, number in seen.items()
        if number != expected.get(place)
    ]


def hours(told: dict, day: dict) -> list[str]:
    """The hours that were told while the day went on, less those that the day tells alike."""
    later = numbers(day)
    return [
        f"{place}: {number}, later {later.get(place)}"
        for place, number in numbers(told).items()
        if place[0] == "hours" and place[2] == "value" and later.get(place) != number
    ]


def rough(month: dict, days: list[dict]) -> list[str]:
    """Numbers of a month that are no rounded sum of numbers that are told of days."""
    sums: dict[tuple[str, str, str], int] = {}
    for day in days:
        for (table, labels, kind, column), number in numbers(day).items():
            if table == "hours" and kind == "value":
                first = int(labels[:2]) // 3 * 3
                labels = f"{first:02d}-{first + 2:02d}"
            if kind == "value":
                sums[table, labels, column] = sums.get((table, labels, column), 0) + number
        totals = day["days"][0]["totals"] or {}
        for column, number in totals.items():
            if isinstance(number, int):
                sums["totals", "all", column] = sums.get(("totals", "all", column), 0) + number
    faults = []
    for (table, labels, kind, column), number in numbers(month).items():
        known = sums.get((table, labels, column), 0)
        if kind == "value" and number != (known + 5) // 10 * 10:
            faults.append(f"{table} {labels} {column}: {number} of {known}")
    return faults


def bounded(epoch: dict, cells: int) -> tuple[int, list[str]]:
    """How many numbers were bounded, and those whose bounds are too near each other."""
    model = Model(epoch)
    hidden = model.hidden()
    chosen = random.Random(1).sample(hidden, min(cells, len(hidden)))
    faults = []
    for cell, value in chosen:
        lower, upper = model.bounds(cell)
        if upper - lower < max(K - 1, value / 5) - 1e-6:
            faults.append(f"{epoch['name']}: {cell} is {value}, and lies in {lower:g} ... {upper:g}")
    return len(chosen), faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("footfall", type=Path)
    parser.add_argument("tally_dump", type=Path)
    parser.add_argument("definitions", type=Path)
    parser.add_argument("--quick", action="store_true", help="fewer stores, and some of the hidden numbers of each")
    options = parser.parse_args()
    with options.definitions.open() as file:
        definitions = json.loads(next(file))["definitions"]
    report = Reporter()
    tools = Tools(options.footfall.absolute(), options.tally_dump.absolute())
    check(report, tools, definitions, 3 if options.quick else 12, 60 if options.quick else 400)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
