"""Makes access logs for the checks: seeded, so that every run reads the same lines.

The visitors behave so that the definitions are put to the test: several requests of one visitor within a second,
pauses of exactly 1,800 and 1,801 seconds, visits across midnight, robots, members, assets, IPv6, hostile referrers,
absent fields.
"""

import argparse
import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from vocabulary import (
    AGENTS,
    ASSETS,
    MONTHS,
    PAGES,
    REFERRERS,
    ROBOTS,
    STATUSES,
    UNDECLARED_ROBOT,
)

PAUSES = [0, 0, 0, 1, 2, 15, 60, 600, 1799, 1800, 1801, 2400]
"""Seconds between page views; more than 1,800 begin a new visit."""

STEPS = ["/walk/a", "/walk/b", "/walk/c", "/walk/d"]
"""What some visitors ask for in this order within one second."""


@dataclass(frozen=True)
class Entry:
    """One line, and whose it is."""

    second: int
    visitor: int
    text: str


@dataclass(frozen=True)
class Visitor:
    number: int
    address: str
    user: str
    agent: str


class Generator:
    """Lines of a few days of one site."""

    def __init__(self, seed: int, zone: str = "Europe/Berlin", serial: bool = False):
        """`serial` numbers the lines in the field for bytes, so that a row can be told from every other."""
        self.random = random.Random(seed)
        self.zone = ZoneInfo(zone)
        self.serial = serial
        self.count = 0

    def entries(self, first: date, days: int, visitors: int) -> list[Entry]:
        """All lines, in the order of time."""
        people = [self.visitor(number) for number in range(visitors)]
        entries: list[Entry] = []
        for offset in range(days):
            midnight = datetime.combine(first + timedelta(offset), time(), self.zone)
            start = int(midnight.timestamp())
            for visitor in people:
                if self.random.random() < 0.7:
                    entries += self.day(visitor, start)
        entries.sort(key=lambda entry: entry.second)
        return entries

    def visitor(self, number: int) -> Visitor:
        pick = self.random
        if number % 61 == 60:
            address = "-"
        elif pick.random() < 0.2:
            address = f"2001:db8:{pick.randrange(400):x}:{pick.randrange(4):x}::{pick.randrange(1, 65536):x}"
        else:
            address = f"198.{18 + pick.randrange(2)}.{pick.randrange(200)}.{pick.randrange(1, 255)}"
        user = f"member{number}" if pick.random() < 0.1 else "-"
        agent = pick.choice(ROBOTS) if pick.random() < 0.08 else pick.choice(AGENTS)
        if number in (3, 103, 203):
            agent = UNDECLARED_ROBOT
        return Visitor(number, address, user, agent)

    def day(self, visitor: Visitor, start: int) -> list[Entry]:
        """What one visitor does on a day, or a little after it."""
        pick = self.random
        entries = []
        for _ in range(pick.choice([1, 1, 1, 2, 3])):
            second = start + int(pick.triangular(0, 86_400, 64_000))
            referrer = pick.choice(REFERRERS)
            if visitor.number % 7 == 0:
                entries += [self.entry(visitor, second, "GET", step, 200, referrer) for step in STEPS]
            for _ in range(pick.choice([1, 1, 2, 3, 5, 8])):
                page = pick.choice(PAGES).format(number=pick.randrange(10**6, 10**7), word=pick.randrange(300))
                method = pick.choice(["GET"] * 12 + ["POST", "HEAD", "PROPFIND"])
                entries.append(self.entry(visitor, second, method, page, pick.choice(STATUSES), referrer))
                for asset in pick.sample(ASSETS, pick.randrange(4)):
                    later = second + pick.randrange(3)
                    entries.append(self.entry(visitor, later, "GET", asset, 200, "https://www.example.org" + page))
                second += pick.choice(PAUSES)
                referrer = "https://www.example.org/" if pick.random() < 0.5 else "-"
        return entries

    def entry(self, visitor: Visitor, second: int, method: str, target: str, status: int, referrer: str) -> Entry:
        self.count += 1
        sent = str(self.count) if self.serial else self.random.choice(["-", "0", str(self.random.randrange(1, 10**6))])
        request = "-" if status == 400 else f"{method} {target} HTTP/1.1"
        who = f"{visitor.address} - {visitor.user}"
        text = f'{who} {self.stamp(second)} "{request}" {status} {sent} "{referrer}" "{visitor.agent}"'
        return Entry(second, visitor.number, text)

    def stamp(self, second: int) -> str:
        local = datetime.fromtimestamp(second, self.zone)
        return f"[{local.day:02d}/{MONTHS[local.month - 1]}/{local.year}:{local:%H:%M:%S %z}]"


def split(entries: list[Entry], parts: int, seed: int) -> list[list[Entry]]:
    """Deals the lines out to several logs, as if several machines served the site.

    A visitor who walks in steps stays on one machine, since between machines nothing tells the order within a second.
    """
    pick = random.Random(seed)
    logs: list[list[Entry]] = [[] for _ in range(parts)]
    for entry in entries:
        logs[entry.visitor % parts if entry.visitor % 7 == 0 else pick.randrange(parts)].append(entry)
    return logs


def lines(entries: list[Entry], host: str | None = None) -> bytes:
    """The text of a log: combined, or with `host` vhost_combined."""
    prefix = f"{host} " if host else ""
    return "".join(f"{prefix}{entry.text}\n" for entry in entries).encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=date.fromisoformat, default=date(2025, 3, 29))
    parser.add_argument("--days", type=int, default=3)
    parser.add_argument("--visitors", type=int, default=1000)
    parser.add_argument("--zone", default="Europe/Berlin")
    parser.add_argument("--host", help="write vhost_combined with this virtual host")
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    entries = Generator(options.seed, options.zone).entries(options.first, options.days, options.visitors)
    options.output.write_bytes(lines(entries, options.host))


if __name__ == "__main__":
    main()
