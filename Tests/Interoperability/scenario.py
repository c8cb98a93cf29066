"""The store that most checks look at: several logs of several formats, read by two processes at once."""

import gzip
import json
import subprocess
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generate import Generator, lines, split
from store import Store, Tools

FIRST_DAY = date(2025, 3, 29)
DAYS = 3
BAD_LINES = b"""# a directive

not a log line
198.18.0.1 - - [31/Mar/2025:99:00:00 +0200] "GET / HTTP/1.1" 200 1 "-" "-"
"""


@dataclass
class Scenario:
    store: Store
    logs: list[Path]
    """In the order in which they were read; the last one came through a pipe."""
    summaries: list[dict]

    @property
    def accepted(self) -> int:
        return sum(summary["accepted"] for summary in self.summaries)

    @property
    def rows_by_day(self) -> dict[str, int]:
        days: dict[str, int] = {}
        for summary in self.summaries:
            for day, rows in summary["days"].items():
                days[day] = days.get(day, 0) + rows
        return days


def make(tools: Tools, folder: Path, visitors: int) -> Scenario:
    """Reads five logs with two processes that live at the same time, so that there are two writers."""
    entries = Generator(seed=1).entries(FIRST_DAY, DAYS, visitors)
    parts = split(entries, 5, seed=2)
    logs = [folder / name for name in ["a.log", "b.log", "c.log.gz", "d.log", "piped.log"]]
    logs[0].write_bytes(lines(parts[0]))
    logs[1].write_bytes(lines(parts[1]) + BAD_LINES)
    logs[2].write_bytes(gzip.compress(lines(parts[2])))
    # In this format a line without a client cannot be told from a combined one, so it is refused.
    with_client = [entry for entry in parts[3] if not entry.text.startswith("-")]
    logs[3].write_bytes(lines(with_client, host="www.example.org:443"))
    logs[4].write_bytes(lines(parts[4]))
    store = Store(tools, folder / "store")
    return Scenario(store, logs, read(store, logs))


def read(store: Store, logs: list[Path]) -> list[dict]:
    """One process reads a pipe that stays open until another one has read all files."""
    piped = store.start("ingest", "--json", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    while not list(store.root.glob("locks/writer-*")):
        if piped.poll() is not None:
            raise RuntimeError(f"ingest of a pipe ended with {piped.returncode}")
        time.sleep(0.01)
    files = store.ingest(*logs[:-1])
    output, _ = piped.communicate(logs[-1].read_bytes())
    return [files, json.loads(output)]
