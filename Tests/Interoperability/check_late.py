"""Late lines: a closed day stays as it is, and what comes later gets files and statistics of its own."""

import hashlib
from datetime import timedelta

import check_files
import check_releases
import check_tallies
from generate import Generator, lines
from reporter import Reporter
from scenario import FIRST_DAY, Scenario
from store import Store, Tally


def check(report: Reporter, scenario: Scenario, closed: Tally) -> None:
    store = scenario.store
    many, few = FIRST_DAY.isoformat(), (FIRST_DAY + timedelta(1)).isoformat()
    before = {day: store.report_of(day) for day in (many, few)}
    releases = store.releases()
    files = digests(store, set(releases))
    epochs: set[str] = set()
    for number in (1, 2):
        late = Generator(seed=100 + number).entries(FIRST_DAY, 1, 200) + Generator(seed=200 + number).entries(
            FIRST_DAY + timedelta(1), 1, 3
        )
        summary = store.ingest(input=lines(late))
        scenario.summaries.append(summary)
        # Visits that run on past midnight are late for the day after, too.
        arrived = {f"{day}.s{number}" for day in summary["days"]}
        epochs |= arrived
        supplements = {f.epoch for f in store.files() if f.metadata["footfall.supplement"] == str(number)}
        report.equal(f"supplement {number}: files are marked", supplements, arrived)
        check_tallies.check(report, store, f"supplement {number}, open")
        store.aggregate("--no-expire")
        tally = check_tallies.check(report, store, f"supplement {number}, closed")
        report.equal_maps(
            f"supplement {number}: what was closed before has the same tally",
            only(tally, set(releases)),
            only(closed, set(releases)),
        )
        check_reports(report, store, before, tally, number)
        now = store.releases()
        report.check(
            f"supplement {number}: what was released before is the same to the byte",
            [epoch for epoch, body in releases.items() if now.get(epoch) != body],
        )
        report.equal_maps(
            f"supplement {number}: the files of closed days are the same to the byte",
            digests(store, set(releases)),
            files,
        )
    report.check("supplements: all files are closed", [f.path.name for f in store.files() if not f.closed])
    check_files.engines(report, store, scenario.rows_by_day, "with supplements")
    check_files.footers(report, store, "with supplements")
    repeated(report, scenario)


def check_reports(report: Reporter, store: Store, before: dict[str, dict], tally: Tally, number: int) -> None:
    """The day's own part of its report is as before; the supplement's stands beside it."""
    for day, old in before.items():
        entry = store.report_of(day)["days"][0]
        supplement = entry["supplements"][number - 1]
        report.equal(
            f"supplement {number}: the report of {day} differs in its supplements only",
            entry | {"supplements": []},
            old["days"][0],
        )
        epoch = f"{day}.s{number}"
        if check_releases.passes(tally[epoch, "totals", "all", "hits"]):
            report.check(
                f"{epoch}: totals are the tally's", check_releases.total_faults(supplement["totals"], epoch, tally)
            )
        else:
            report.check(
                f"{epoch}: too few visitors, nothing is shown", not supplement["shown"] and supplement["totals"] is None
            )


def repeated(report: Reporter, scenario: Scenario) -> None:
    """The same logs once more, as files and all in one pipe."""
    store = scenario.store
    files = store.ingest(*scenario.logs)
    report.equal(
        "the same files again: all lines are duplicates", (files["duplicate"], files["days"]), (files["read"], {})
    )
    piped = store.ingest(input=b"".join(log.read_bytes() for log in scenario.logs if log.suffix != ".gz"))
    report.equal(
        "the same logs in one pipe: all lines are duplicates", (piped["duplicate"], piped["days"]), (piped["read"], {})
    )


def only(tally: Tally, epochs: set[str]) -> Tally:
    return {cell: count for cell, count in tally.items() if cell[0] in epochs}


def digests(store: Store, epochs: set[str]) -> dict[str, str]:
    """By epoch, the digest of its file; a closed epoch has one."""
    return {
        file.epoch: hashlib.sha256(file.path.read_bytes()).hexdigest() for file in store.files() if file.epoch in epochs
    }
