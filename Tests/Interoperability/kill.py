"""Kills `ingest` and `aggregate` at random moments: what the next run makes of it is what an undisturbed run makes.

Every line has a number of its own in the field for bytes, so that a line that is lost or counted twice is seen.
"""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import check_audit
from engines import DuckDB
from generate import Generator, lines, split
from reporter import Reporter
from store import Store, Tally, Tools
from tally_sql import Recount

NOW = "2025-06-01"


@dataclass
class Watch:
    """A process that reads the partitions of a store all the while."""

    store: Store
    stop: Path
    process: subprocess.Popen

    @staticmethod
    def start(store: Store, line_count: int, *options: str) -> "Watch":
        stop = store.root.with_name(store.root.name + "-stop")
        script = Path(__file__).with_name("reader.py")
        command = [sys.executable, str(script), store.glob, str(line_count), str(stop), *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        process.stdout.readline()
        return Watch(store, stop, process)

    def finish(self) -> dict:
        self.stop.touch()
        output, _ = self.process.communicate()
        if self.process.returncode != 0:
            return {"looks": 0, "retries": 0, "faults": [f"the reader ended with {self.process.returncode}"]}
        return json.loads(output)


@dataclass
class Outcome:
    """What came of all kills of one kind."""

    kills: int = 0
    stores: int = 0
    looks: int = 0
    retries: int = 0
    faults: list[str] = field(default_factory=list)

    def take(self, seen: dict) -> None:
        self.looks += seen["looks"]
        self.retries += seen["retries"]
        self.faults += seen["faults"]


class KillTest:
    """One input, the undisturbed store that it makes, and stores whose making is disturbed."""

    def __init__(self, report: Reporter, tools: Tools, folder: Path, visitors: int):
        self.report, self.tools, self.folder = report, tools, folder
        self.random = random.Random(7)
        entries = Generator(seed=3, serial=True).entries(date(2025, 3, 30), 2, visitors)
        self.line_count = len(entries)
        self.logs = []
        for number, part in enumerate(split(entries, 12, seed=4)):
            self.logs.append(folder / f"{number:02d}.log")
            self.logs[-1].write_bytes(lines(part))
        self.whole = folder / "whole"
        self.whole.write_bytes(b"".join(log.read_bytes() for log in self.logs))
        self.expected = Store(tools, folder / "undisturbed")
        warm = Store(tools, folder / "warm")
        warm.run("ingest", *self.logs)
        self.ingest_seconds = timed(lambda: self.expected.run("ingest", *self.logs))
        self.open_tally = self.expected.tally()
        self.open_copy = Store(tools, folder / "open")
        copy(self.expected, self.open_copy)
        self.aggregate_seconds = timed(lambda: self.expected.run("aggregate", "--now", NOW))
        self.closed_tally = self.expected.tally()
        self.closed_report = self.expected.run("report", "--json", "--now", NOW)
        self.report.equal_maps(
            f"{self.line_count} lines: the tally equals DuckDB's",
            self.closed_tally,
            Recount(DuckDB(self.expected.glob), self.expected).tally(),
        )

    def ingest(self, kills: int) -> None:
        """Every third store is fed by a pipe, which has only one commit, at its end."""
        outcome = Outcome()
        while outcome.kills < kills:
            store = self.store("ingest", outcome.stores)
            watch = Watch.start(store, self.line_count)
            is_pipe = outcome.stores % 3 == 2
            arguments = ["ingest"] if is_pipe else ["ingest", *self.logs]
            first, last = (0.6, 1.1) if is_pipe else (0.0, 0.7)
            moments = (first * self.ingest_seconds, last * self.ingest_seconds)
            outcome.kills += self.disturb(store, arguments, moments, kills - outcome.kills, is_pipe)
            outcome.take(watch.finish())
            self.compare_ingest(store, outcome, is_pipe)
            shutil.rmtree(store.root)
        self.say("ingest", outcome)

    def slow_pipe(self, kills: int) -> None:
        """A pipe that lasts longer than the time between commits, and a kill after the first of them."""
        outcome = Outcome()
        text = self.whole.read_bytes()
        half = text.index(b"\n", len(text) // 2) + 1
        for _ in range(kills):
            store = self.store("pipe", outcome.stores)
            watch = Watch.start(store, self.line_count)
            process = store.start("ingest", "--quiet", stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
            process.stdin.write(text[:half])
            process.stdin.flush()
            deadline = time.monotonic() + 60
            while not store.files() and time.monotonic() < deadline:
                time.sleep(0.05)
            try:
                process.stdin.write(text[half:])
                time.sleep(self.random.uniform(0, self.ingest_seconds / 2))
            finally:
                process.send_signal(signal.SIGKILL)
                process.communicate()
            committed = DuckDB(store.glob).rows(f"SELECT count(*) FROM '{store.glob}'")[0][0]
            if not 0 < committed < self.line_count:
                outcome.faults.append(f"{committed} rows of {self.line_count} lines after the kill")
            store.run("ingest", "--quiet", input=text)
            outcome.kills += 1
            outcome.take(watch.finish())
            self.compare_ingest(store, outcome, is_pipe=True)
            shutil.rmtree(store.root)
        self.say("a pipe of several commits", outcome)

    def aggregate(self, kills: int) -> None:
        outcome = Outcome()
        moments = (0, self.aggregate_seconds)
        while outcome.kills < kills:
            store = self.store("aggregate", outcome.stores)
            copy(self.open_copy, store)
            watch = Watch.start(store, self.line_count, "--whole")
            outcome.kills += self.disturb(store, ["aggregate", "--now", NOW], moments, min(4, kills - outcome.kills))
            outcome.take(watch.finish())
            outcome.stores += 1
            outcome.faults += tally_faults(store.tally(), self.closed_tally)
            outcome.faults += (
                ["another report"] if store.run("report", "--json", "--now", NOW) != self.closed_report else []
            )
            outcome.faults += ["another release"] if store.releases() != self.expected.releases() else []
            outcome.faults += leftovers(store)
            outcome.faults += [f"a key is left: {key.name}" for key in (store.keys / "epochs").rglob("*2025-*")]
            shutil.rmtree(store.root)
        self.say("aggregate", outcome)

    def disturb(
        self, store: Store, arguments: list, moments: tuple[float, float], limit: int, is_pipe: bool = False
    ) -> int:
        """Starts a command until it ends by itself, or has been killed often enough, and gives the number of kills.

        `moments` are the earliest and the latest, in seconds after the start.
        """
        kills = 0
        while kills < limit:
            with open(self.whole if is_pipe else "/dev/null", "rb") as standard_input:
                process = store.start(
                    *arguments, "--quiet", stdin=standard_input, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
                )
                try:
                    _, errors = process.communicate(timeout=self.random.uniform(*moments))
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    _, errors = process.communicate()
            if process.returncode == 0:
                return kills
            if process.returncode != -signal.SIGKILL:
                raise RuntimeError(f"{arguments[0]} ended with {process.returncode}: {errors.decode()}")
            kills += 1
        store.run(*arguments, "--quiet", input=self.whole.read_bytes() if is_pipe else None)
        return kills

    def compare_ingest(self, store: Store, outcome: Outcome, is_pipe: bool) -> None:
        """The store holds each line once, counts the same, and knows all of its input."""
        outcome.stores += 1
        outcome.faults += tally_faults(store.tally(), self.open_tally)
        rows, distinct = DuckDB(store.glob).rows(f"SELECT count(*), count(DISTINCT bytes) FROM '{store.glob}'")[0]
        if (rows, distinct) != (self.line_count, self.line_count):
            outcome.faults.append(f"{rows} rows of {distinct} lines at the end, {self.line_count} expected")
        again = store.ingest(input=self.whole.read_bytes()) if is_pipe else store.ingest(*self.logs)
        if again["duplicate"] != self.line_count:
            outcome.faults.append(f"{again['duplicate']} duplicates of {self.line_count} lines when read again")
        outcome.faults += leftovers(store)

    def store(self, name: str, number: int) -> Store:
        return Store(self.tools, self.folder / f"{name}-{number}")

    def say(self, name: str, outcome: Outcome) -> None:
        self.report.check(
            f"{name}: {outcome.kills} kills, {outcome.stores} stores, a reader looked {outcome.looks} times"
            f" and had to list again {outcome.retries} times",
            outcome.faults,
        )


def tally_faults(seen: Tally, expected: Tally) -> list[str]:
    return [
        f"{cell}: {seen.get(cell)} instead of {expected.get(cell)}"
        for cell in sorted(seen.keys() | expected.keys())
        if seen.get(cell) != expected.get(cell)
    ]


def leftovers(store: Store) -> list[str]:
    """What a finished run must have cleared away, and what is wrong with its audit log."""
    names = [path.name for path in store.root.rglob("*")]
    return [
        f"left behind: {name}"
        for name in names
        if name.endswith(".inprogress") or (name.startswith("date=") and "-g" in name)
    ] + check_audit.faults(store)


def copy(source: Store, target: Store) -> None:
    shutil.copytree(source.root, target.root)
    shutil.copytree(source.keys, target.keys)


def timed(work: Callable[[], object]) -> float:
    start = time.monotonic()
    work()
    return time.monotonic() - start


def check(report: Reporter, tools: Tools, folder: Path, quick: bool) -> None:
    test = KillTest(report, tools, folder, visitors=2_000 if quick else 24_000)
    test.ingest(kills=5 if quick else 50)
    test.slow_pipe(kills=1 if quick else 3)
    test.aggregate(kills=5 if quick else 20)
