"""Three ingests of overlapping logs and an aggregation at once, each killed and started again at random moments."""

import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from engines import DuckDB
from kill import NOW, Outcome, Watch, tally_faults
from race import BUSY, additive, ending, faults_at_end, run
from reporter import Reporter
from store import Store, Tally, Tools
from tally_sql import Recount

AGGREGATE = ["aggregate", "--quiet", "--now", NOW]


class Chaos:
    def __init__(self, tools: Tools, folder: Path, logs: list[Path], expected: Tally, line_count: int):
        self.tools, self.folder, self.line_count = tools, folder, line_count
        half = len(logs) // 2
        self.ingests = [["ingest", "--quiet", *part] for part in (logs[: half + 5], logs[half - 5 :], logs[::-1])]
        self.expected = additive(expected)
        self.random = random.Random(8)
        self.outcome = Outcome()

    def check(self, report: Reporter, kills: int) -> None:
        outcome = self.outcome
        while outcome.kills < kills:
            store = Store(self.tools, self.folder / f"chaos-{outcome.stores}")
            store.ingest(input=b"")
            watch = Watch.start(store, self.line_count)
            self.disturb(store, limit=outcome.kills + 20)
            outcome.faults += run(store, *AGGREGATE)
            outcome.take(watch.finish())
            outcome.stores += 1
            self.compare(store)
            shutil.rmtree(store.root)
        report.check(
            f"four processes at once: {outcome.kills} kills, {outcome.stores} stores,"
            f" a reader looked {outcome.looks} times and had to list again {outcome.retries} times",
            outcome.faults,
        )

    def disturb(self, store: Store, limit: int) -> None:
        """Runs until all ingests have come to their end."""
        jobs = {place: ingest for place, ingest in enumerate([*self.ingests, AGGREGATE])}
        aggregation = len(self.ingests)
        running: dict[int, subprocess.Popen] = {}
        while len(jobs) > 1:
            for place in list(jobs):
                if place not in running:
                    running[place] = store.start(*jobs[place], stderr=subprocess.PIPE)
                elif running[place].poll() is not None:
                    process = running.pop(place)
                    if process.returncode == 0 and place != aggregation:
                        del jobs[place]
                    elif process.returncode != BUSY:
                        self.outcome.faults += ending(process)
                elif self.outcome.kills < limit and self.random.random() < 0.25:
                    process = running.pop(place)
                    process.send_signal(signal.SIGKILL)
                    process.communicate()
                    self.outcome.kills += 1
            time.sleep(self.random.uniform(0, 0.03))
        for process in running.values():
            process.communicate()

    def compare(self, store: Store) -> None:
        tally = store.tally()
        faults = tally_faults(tally, Recount(DuckDB(store.glob), store).tally())
        if additive(tally) != self.expected:
            faults.append(f"{additive(tally)} instead of {self.expected}")
        faults += [f"a key is left: {key.name}" for key in (store.keys / "epochs").rglob("*2025-*")]
        self.outcome.faults += faults + faults_at_end(store, self.line_count)
