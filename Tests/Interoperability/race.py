"""Several processes at work on one store: each line is counted once, whoever reads it, whenever its day is closed."""

import shutil
import subprocess
from pathlib import Path

from engines import DuckDB
from kill import NOW, Outcome, Watch, leftovers, tally_faults
from reporter import Reporter
from store import Store, Tally, Tools
from tally_sql import Recount

BUSY = 75
"""What a command ends with that should be run again."""

ADDITIVE = {"hits", "bytes", "pageViews", "otherHits"}
"""What does not depend on the epoch that a line of a day came into."""


def check(
    report: Reporter, tools: Tools, folder: Path, logs: list[Path], tally: Tally, line_count: int, quick: bool
) -> None:
    beginning(report, tools, folder, logs, line_count, rounds=5 if quick else 10)
    same_input(report, tools, folder, logs, tally, line_count, rounds=2 if quick else 8)
    closing(report, tools, folder, logs, tally, line_count, rounds=3 if quick else 8)


def beginning(report: Reporter, tools: Tools, folder: Path, logs: list[Path], line_count: int, rounds: int) -> None:
    """Three processes find no store and make it at once."""
    faults = []
    for number in range(rounds):
        store = Store(tools, folder / f"race-new-{number}")
        faults += together(store, [logs[0::3], logs[1::3], logs[2::3]], aggregating=False) + faults_at_end(
            store, line_count
        )
        shutil.rmtree(store.root)
    report.check(f"a new store made by three processes at once, {rounds} times", faults)


def same_input(
    report: Reporter, tools: Tools, folder: Path, logs: list[Path], tally: Tally, line_count: int, rounds: int
) -> None:
    """Three processes read the same logs at once, one of them backwards."""
    outcome = Outcome()
    for number in range(rounds):
        store = Store(tools, folder / f"race-same-{number}")
        store.ingest(input=b"")
        watch = Watch.start(store, line_count)
        outcome.faults += together(store, [logs, logs, logs[::-1]], aggregating=False)
        outcome.take(watch.finish())
        outcome.faults += tally_faults(orderless(store.tally()), orderless(tally)) + faults_at_end(store, line_count)
        shutil.rmtree(store.root)
    report.check(f"the same logs read by three processes at once, {rounds} times", outcome.faults)


def closing(
    report: Reporter, tools: Tools, folder: Path, logs: list[Path], tally: Tally, line_count: int, rounds: int
) -> None:
    """Days are closed again and again while three processes still read lines of them."""
    outcome = Outcome()
    supplements = 0
    for number in range(rounds):
        store = Store(tools, folder / f"race-closing-{number}")
        store.ingest(input=b"")
        watch = Watch.start(store, line_count)
        outcome.faults += together(store, [logs[0::3], logs[1::3], logs[2::3]], aggregating=True)
        outcome.faults += run(store, "aggregate", "--quiet", "--now", NOW)
        outcome.take(watch.finish())
        seen = store.tally()
        supplements += len({cell[0] for cell in seen if ".s" in cell[0]})
        outcome.faults += tally_faults(seen, Recount(DuckDB(store.glob), store).tally())
        if additive(seen) != additive(tally):
            outcome.faults.append(f"{additive(seen)} instead of {additive(tally)}")
        outcome.faults += faults_at_end(store, line_count)
        shutil.rmtree(store.root)
    report.check(
        f"days closed while lines of them arrive, {rounds} times, {supplements} supplements;"
        f" a reader looked {outcome.looks} times and had to list again {outcome.retries} times",
        outcome.faults,
    )


def together(store: Store, inputs: list[list[Path]], aggregating: bool) -> list[str]:
    """Starts one ingest for each list of logs, again where it ends with "busy"; aggregates meanwhile if asked to."""
    running = {place: start(store, logs) for place, logs in enumerate(inputs)}
    faults = []
    while running:
        if aggregating and list(store.events.glob("date=*/*.parquet")):
            faults += run(store, "aggregate", "--quiet", "--now", NOW)
        for place, process in list(running.items()):
            if not aggregating:
                process.wait()
            if process.poll() is None:
                continue
            del running[place]
            if process.returncode == BUSY:
                running[place] = start(store, inputs[place])
            else:
                faults += ending(process)
    return faults


def run(store: Store, *arguments: str) -> list[str]:
    process = store.start(*arguments, stderr=subprocess.PIPE)
    process.wait()
    return ending(process)


def ending(process: subprocess.Popen) -> list[str]:
    if process.returncode == 0:
        return []
    return [f"{process.args[1]} ended with {process.returncode}: {process.stderr.read().decode().strip()}"]


def start(store: Store, logs: list[Path]) -> subprocess.Popen:
    return store.start("ingest", "--quiet", *logs, stderr=subprocess.PIPE)


def orderless(tally: Tally) -> Tally:
    """What does not depend on which process wrote a line: within a second, the writer's name decides."""
    return {
        cell: count
        for cell, count in tally.items()
        if cell[1] != "transitions" and (cell[1] == "totals" or cell[3] in ORDERLESS)
    }


def additive(tally: Tally) -> dict[tuple[str, str], int]:
    """By day and measure, with supplements."""
    sums: dict[tuple[str, str], int] = {}
    for (epoch, table, _, measure), count in tally.items():
        if table in ("totals", "robots", "monitors") and measure in ADDITIVE:
            place = epoch[:10], f"{table} {measure}"
            sums[place] = sums.get(place, 0) + count[0]
    return sums


def faults_at_end(store: Store, line_count: int) -> list[str]:
    rows, distinct = DuckDB(store.glob).rows(f"SELECT count(*), count(DISTINCT bytes) FROM '{store.glob}'")[0]
    faults = leftovers(store)
    if (rows, distinct) != (line_count, line_count):
        faults.append(f"{rows} rows of {distinct} lines at the end, {line_count} expected")
    return faults
