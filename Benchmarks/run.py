#!/usr/bin/env python3
"""Measures ingest, aggregate and report in CPU seconds, next to `gzip -1` of the same log as a floor.

    Benchmarks/run.py                       # makes a log of 2,000,000 lines with samples/generate.py first
    Benchmarks/run.py --log access.log      # any log, of finished days

User and system time of the whole process are taken from wait4(2), because wall time on a shared machine is noise. Every run
begins with an empty store. What is printed is the median of the runs, with the lowest and the highest.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Measured:
    """A finished process: its CPU seconds, its peak resident size in MiB, what it printed."""

    def __init__(self, command, keeps_output=True):
        output = subprocess.PIPE if keeps_output else subprocess.DEVNULL
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE)
        self.text = child.stdout.read().decode() if keeps_output else ""
        messages = child.stderr.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{messages}run.py: exit {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
        self.seconds = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


class Stage:
    """What was measured of one stage, run by run."""

    def __init__(self):
        self.seconds, self.memory = [], []

    def add(self, seconds, memory):
        self.seconds.append(seconds)
        self.memory.append(memory)

    def row(self, name, lines, floor):
        middle = statistics.median(self.seconds)
        span = f"{min(self.seconds):.2f} … {max(self.seconds):.2f}"
        rate = f"{round(lines / middle, -3):,.0f}" if lines else ""
        ratio = f"{floor / middle:.2f}" if lines else ""
        return [name, f"{middle:.2f}", span, rate, ratio, f"{max(self.memory):.0f} MiB"]


def run_once(footfall, log, folder, stages):
    """One pass over everything, with a store of its own; returns lines, bytes stored by ingest, bytes after closing."""
    places = ["--store", f"{folder}/store", "--keys", f"{folder}/keys", "--json"]
    gzip = Measured(["gzip", "-1", "-c", log], keeps_output=False)
    stages["gzip -1 of the log (floor)"].add(gzip.seconds, gzip.memory)

    ingest = Measured([footfall, "ingest", *places, log])
    stages["ingest"].add(ingest.seconds, ingest.memory)
    summary = json.loads(ingest.text)

    aggregate = Measured([footfall, "aggregate", "--no-expire", *places])
    closed = json.loads(aggregate.text)["closed"]
    if sum(day["rows"] for day in closed) != summary["accepted"]:
        sys.exit("run.py: not every event was closed; use a log whose days are over, and only lines of those days.")
    stages["aggregate, all"].add(aggregate.seconds, aggregate.memory)
    stages["– statistics"].add(sum(day["statistics_cpu_seconds"] for day in closed), aggregate.memory)
    stages["– rewriting the days"].add(sum(day["rewriting_cpu_seconds"] for day in closed), aggregate.memory)

    report = Measured([footfall, "report", *places])
    stages["report"].add(report.seconds, report.memory)
    return summary["read"], summary["stored_bytes"], sum(day["bytes"] for day in closed)


def generated(lines, folder):
    path = f"{folder}/generated.log"
    with open(path, "wb") as file:
        subprocess.run([sys.executable, ROOT / "samples/generate.py", "--lines", str(lines)], stdout=file, check=True)
    return path


def print_table(rows):
    head = ["stage", "CPU s", "lowest … highest", "lines per CPU s", "× gzip -1", "peak memory"]
    print("| " + " | ".join(head) + " |\n|" + "---|" + "---:|" * (len(head) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |")


def main():
    parser = argparse.ArgumentParser(description="Measures ingest, aggregate and report in CPU seconds.")
    parser.add_argument("--log", help="the log to read; otherwise one is generated")
    parser.add_argument("--lines", type=int, default=2_000_000, help="how many lines to generate")
    parser.add_argument("--runs", type=int, default=5, help="how often to run everything")
    parser.add_argument("--footfall", default=str(ROOT / ".build/release/footfall"), help="the program to measure")
    arguments = parser.parse_args()
    if not os.access(arguments.footfall, os.X_OK):
        sys.exit(f"run.py: there is no {arguments.footfall}; run `swift build -c release` first.")

    names = ["gzip -1 of the log (floor)", "ingest", "aggregate, all", "– statistics", "– rewriting the days", "report"]
    stages = {name: Stage() for name in names}
    with tempfile.TemporaryDirectory(prefix="footfall-benchmark-") as folder:
        log = arguments.log or generated(arguments.lines, folder)
        for _ in range(arguments.runs):
            place = f"{folder}/run"
            os.mkdir(place)
            lines, stored, closed = run_once(arguments.footfall, log, place, stages)
            shutil.rmtree(place)
        size = os.path.getsize(log)

    floor = statistics.median(stages[names[0]].seconds)
    print(f"{lines:,} lines, {size / lines:.0f} bytes a line; median of {arguments.runs} runs; "
          f"partitions {stored / lines:.1f} bytes a line after ingest, {closed / lines:.1f} after closing\n")
    print_table([stages[name].row(name, 0 if name == "report" else lines, floor) for name in names])


if __name__ == "__main__":
    main()
