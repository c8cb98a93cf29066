"""Lets other engines read what Footfall writes, and counts everything again that Footfall counts.

Usage: interop.py FOOTFALL TALLYDUMP [--quick]. Ends with 1 if anything differs.
"""

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

import chaos
import check_audit
import check_columns
import check_files
import check_late
import check_releases
import check_tallies
import kill
import race
import scenario
import truth
from generate import Generator, lines, split
from reporter import Reporter
from store import Store, Tools


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("footfall", type=Path, help="the tool")
    parser.add_argument("tally_dump", type=Path, help="prints the bare tallies of a store")
    parser.add_argument("--quick", action="store_true", help="shorter logs, fewer kills")
    options = parser.parse_args()
    tools = Tools(options.footfall.absolute(), options.tally_dump.absolute())
    report = Reporter()
    with tempfile.TemporaryDirectory(prefix="footfall-interop-") as folder:
        days(report, tools, Path(folder), visitors=800 if options.quick else 5_000)
        check_columns.check(report, tools, Path(folder), visitors=300 if options.quick else 3_000)
        kill.check(report, tools, Path(folder), options.quick)
        several_processes(report, tools, Path(folder), options.quick)
    return report.finish()


def days(report: Reporter, tools: Tools, folder: Path, visitors: int) -> None:
    """A few days from their first line to their second supplement."""
    read = scenario.make(tools, folder, visitors)
    store = read.store
    check_files.check(report, read)
    check_tallies.ties(report, store)
    opened = check_tallies.check(report, store, "open days")
    report.equal_maps(
        "open days: the totals are those of the lines themselves",
        {
            cell: (total, visitors, largest)
            for cell, (total, visitors, _, largest) in opened.items()
            if cell[1] == "totals" and cell[3] in truth.MEASURES
        },
        truth.totals(read.logs),
    )
    store.aggregate("--now", kill.NOW)
    closed = check_tallies.check(report, store, "closed days")
    check_tallies.closing(report, opened, closed)
    check_tallies.rare_texts(report, store)
    check_files.engines(report, store, read.rows_by_day, "closed days")
    check_files.footers(report, store, "closed days")
    check_releases.check(report, store, closed)
    check_releases.summed(report, store, sorted(read.rows_by_day))
    check_late.check(report, read, closed)
    check_audit.check(report, store)


def several_processes(report: Reporter, tools: Tools, folder: Path, quick: bool) -> None:
    """Many small logs, so that there are many commits, read by several processes at once."""
    entries = Generator(seed=5, serial=True).entries(date(2025, 3, 30), 2, 1_500 if quick else 8_000)
    logs = []
    for number, part in enumerate(split(entries, 60, seed=6)):
        logs.append(folder / f"small-{number:02d}.log")
        logs[-1].write_bytes(lines(part))
    expected = Store(tools, folder / "expected")
    expected.run("ingest", *logs)
    tally = expected.tally()
    race.check(report, tools, folder, logs, tally, len(entries), quick)
    chaos.Chaos(tools, folder, logs, tally, len(entries)).check(report, kills=20 if quick else 200)


if __name__ == "__main__":
    sys.exit(main())
