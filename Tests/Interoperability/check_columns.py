"""Logs that fill every column, logs of devices, and logs that others wrote: every table is counted again."""

import subprocess
from datetime import date
from pathlib import Path

import check_tallies
import kill
import places
from generate_columns import events, requests
from reporter import Reporter
from store import Store, Tools
from tally_tables import TABLES

FIRST_DAY = date(2025, 3, 29)

OF_PEOPLE = ["postal_area", "age_band", "gender", "occupation"]

OTHERS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "logs-raw" / "access-logs"
"""Logs that others published; not part of the project."""


def check(report: Reporter, tools: Tools, folder: Path, visitors: int) -> None:
    logs = {
        "requests": requests(11, FIRST_DAY, 2, visitors),
        "events": events(12, FIRST_DAY, 2, visitors, has_addresses=True),
        "telemetry": events(13, FIRST_DAY, 2, visitors, has_addresses=False),
    }
    tables: set[str] = set()
    stores = {name: new_store(tools, folder / f"columns-{name}") for name in [*logs, "mixed"]}
    for name, log in logs.items():
        store = stores[name]
        store.ingest(input=log)
        check_tallies.check(report, store, f"{name}, open")
        store.aggregate("--now", kill.NOW)
        tables |= {cell[1] for cell in check_tallies.check(report, store, f"{name}, closed")}
    mixed = stores["mixed"]
    for log in logs.values():
        mixed.ingest(input=log)
    mixed.aggregate("--now", kill.NOW)
    tables |= {cell[1] for cell in check_tallies.check(report, mixed, "all of them, closed")}
    report.equal("every table was compared", TABLES.keys() - tables, set())
    others(report, tools, folder)


def new_store(tools: Tools, root: Path) -> Store:
    """A store whose policy keeps all columns, those about people too."""
    store = Store(tools, root)
    store.run("init")
    policy = root / "policy.yaml"
    text = policy.read_text()
    for column in OF_PEOPLE:
        text = text.replace("  status: keep\n", f"  status: keep\n  {column}: generalize\n")
    text = text.replace("search_words: []", "search_words: [q]").replace(
        "hosts: []", "hosts: [www.example.org, shop.example.org, seldom.example.org]"
    )
    database = root.with_name(root.name + ".mmdb")
    places.write(database)
    policy.write_text(text.replace("places: none", f"places: {database}"))
    return store


def others(report: Reporter, tools: Tools, folder: Path) -> None:
    if not OTHERS.is_dir():
        print(f"skip  logs of others: there is no {OTHERS.name} beside the package", flush=True)
        return
    store = Store(tools, folder / "others")
    for log in sorted(path for path in OTHERS.rglob("*") if path.is_file()):
        # Some are of no known format, and refused.
        store.start("ingest", "--quiet", log, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).communicate()
    check_tallies.check(report, store, "logs of others, open")
    store.aggregate("--no-expire")
    check_tallies.check(report, store, "logs of others, closed")
