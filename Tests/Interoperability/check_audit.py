"""The audit log: its chain computed again, and its check by the officer's key."""

import hashlib
import json
import subprocess

from reporter import Reporter
from store import Store

SUFFIX = 148
"""Bytes of a line behind the record: `,"hash":"…","mac":"…"}`."""


def check(report: Reporter, store: Store) -> None:
    faults, count = chain(store)
    report.check(f"audit log: {count} records are chained as documented", faults)
    report.check("audit log: the tool finds nothing wrong with it", verification(store))


def faults(store: Store) -> list[str]:
    """What is wrong with a log, whatever has happened to those that wrote it."""
    return chain(store)[0] + verification(store)


def chain(store: Store) -> tuple[list[str], int]:
    previous = bytes(32)
    differences = []
    lines = (store.root / "audit.log").read_bytes().splitlines()
    for number, line in enumerate(lines, start=1):
        record = line[:-SUFFIX] + b"}"
        previous = hashlib.sha256(b"\1" + previous + len(record).to_bytes(4, "big") + record).digest()
        if json.loads(record)["n"] != number or json.loads(line)["hash"] != previous.hex():
            differences.append(f"record {number} is not what its hash says")
    return differences, len(lines)


def verification(store: Store) -> list[str]:
    key = store.keys / "OFFICER-KEY-MOVE-ME"
    process = store.start("audit", "verify", "--officer-key", key, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = process.communicate()
    return [] if process.returncode == 0 else (output + errors).decode().splitlines()
