"""A store in a temporary folder, and the commands that work on it."""

import json
import os
import sqlite3
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet

TIME_ZONE = "Europe/Berlin"
"""The zone of all stores here; the clocks are put forward on 2025-03-30, so one of the days has 23 hours."""


@dataclass(frozen=True)
class Tools:
    footfall: Path
    tally_dump: Path


@dataclass(frozen=True)
class PartitionFile:
    """A partition as its footer describes it."""

    path: Path
    metadata: dict[str, str]

    @property
    def epoch(self) -> str:
        return self.metadata["footfall.epoch"]

    @property
    def writer(self) -> str:
        return self.metadata["footfall.writer"]

    @property
    def closed(self) -> bool:
        return self.metadata["footfall.closed"] == "true"


K = 10
"""The least number of visitors behind whatever is told."""

RARE = "(rare)"
"""What stands for all texts, and for the other end of transitions, that fewer than k visitors are behind."""

Tally = dict[tuple[str, str, str, str], tuple[int, int, int, int]]
"""By epoch, table, label and measure: sum, visitors, networks and the largest sum of one visitor."""

Distributions = dict[tuple[str, str, str, str], tuple[int, tuple[tuple[int, int, int, int], ...]]]
"""By epoch, table, label and quantity: sum, and the bins, of which each has its lowest value, how many values lie in it,
and how many visitors have their lowest, and their highest, value in it."""


class Counts(NamedTuple):
    """All that is counted of a store."""

    tally: Tally
    distributions: Distributions


def label(parts: tuple[str, ...] | list[str]) -> str:
    """The labels of a row as one text."""
    return "\t".join(parts)


class Store:
    """Runs commands on one store; every command that fails raises."""

    def __init__(self, tools: Tools, root: Path):
        self.tools = tools
        self.root = root
        self.keys = root.with_name(root.name + "-keys")
        self.environment = os.environ | {
            "FOOTFALL_STORE": str(self.root),
            "FOOTFALL_KEYS": str(self.keys),
            "TZ": TIME_ZONE,
            "NO_COLOR": "1",
        }

    @property
    def events(self) -> Path:
        return self.root / "events"

    @property
    def glob(self) -> str:
        return f"{self.events}/date=*/*.parquet"

    def start(self, *arguments: str | Path, **options) -> subprocess.Popen:
        """Starts a command and does not wait for it."""
        command = [str(self.tools.footfall), *map(str, arguments)]
        return subprocess.Popen(command, env=self.environment, **options)

    def run(self, *arguments: str | Path, input: bytes | None = None) -> str:
        """Runs a command to its end; gives what it printed."""
        command = [str(self.tools.footfall), *map(str, arguments)]
        result = subprocess.run(command, env=self.environment, input=input, capture_output=True)
        if result.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} ended with {result.returncode}: {result.stderr.decode()}")
        return result.stdout.decode()

    def ingest(self, *files: str | Path, input: bytes | None = None) -> dict:
        return json.loads(self.run("ingest", "--json", *files, input=input))

    def aggregate(self, *options: str) -> dict:
        return json.loads(self.run("aggregate", "--json", *options))

    def report(self, *options: str) -> dict:
        return json.loads(self.run("report", "--json", *options))

    def report_of(self, day: str) -> dict:
        return self.report("--from", day, "--to", day)

    def tally(self) -> Tally:
        """The bare counts of all epochs that are not zero.

        Which transitions of fewer than k visitors are told apart depends on the order of rows, so they are left out.
        """
        return {
            cell: count
            for cell, count in self.counts().tally.items()
            if cell[1] != "transitions" or (count[1] >= K and RARE not in cell[2].split("\t"))
        }

    def counts(self) -> Counts:
        """The bare counts and distributions of all epochs."""
        command = [str(self.tools.tally_dump), str(self.root), str(self.keys)]
        result = subprocess.run(command, env=self.environment, capture_output=True, check=True)
        counts = Counts({}, {})
        for cell in map(json.loads, result.stdout.splitlines()):
            place = cell["epoch"], cell["table"], label(cell["labels"]), cell["measure"]
            if cell["bins"]:
                counts.distributions[place] = (cell["sum"], tuple(map(tuple, cell["bins"])))
            else:
                counts.tally[place] = (cell["sum"], cell["visitors"], cell["networks"], cell["largest"])
        return counts

    def files(self) -> list[PartitionFile]:
        """All committed partitions."""
        files = []
        for path in sorted(self.events.glob("date=*/*.parquet")):
            metadata = pyarrow.parquet.read_metadata(path).metadata or {}
            files.append(PartitionFile(path, {key.decode(): value.decode() for key, value in metadata.items()}))
        return files

    def releases(self) -> dict[str, bytes]:
        """By epoch, the statistics that were released, as they are stored."""
        with sqlite3.connect(f"file:{self.root}/catalog.sqlite?mode=ro", uri=True) as catalog:
            return dict(catalog.execute("SELECT epoch, body FROM release"))
