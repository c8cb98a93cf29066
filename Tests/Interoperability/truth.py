"""Counts a log itself, line by line, without any of Footfall's columns: what the totals of each day must be."""

import gzip
import ipaddress
import re
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store import TIME_ZONE
from vocabulary import ASSETS, MONTHS, ROBOTS, UNDECLARED_ROBOT

QUOTED = r'"((?:[^"\\]|\\.)*)"'
LINE = re.compile(rf"(?:www\.example\.org:443 )?(\S+) - (\S+) \[([^]]+)\] {QUOTED} (\d+) (\S+) {QUOTED} {QUOTED}")


class Hit(NamedTuple):
    second: int
    visitor: tuple[str, ...] | None
    view: bool
    robot: bool
    sent: int


def totals(logs: list[Path]) -> dict[tuple[str, str, str, str], tuple[int, int, int]]:
    """The table `totals` of all days in the form of the tally, without the networks."""
    days: dict[str, list[Hit]] = defaultdict(list)
    zone = ZoneInfo(TIME_ZONE)
    for log in logs:
        data = gzip.decompress(log.read_bytes()) if log.suffix == ".gz" else log.read_bytes()
        for text in data.decode().splitlines():
            hit = read(text)
            if hit and not hit.robot:
                days[f"{datetime.fromtimestamp(hit.second, zone):%Y-%m-%d}"].append(hit)
    return {
        (day, "totals", "all", measure): count
        for day, hits in days.items()
        for measure, count in count_day(hits).items()
    }


def read(text: str) -> Hit | None:
    match = LINE.fullmatch(text)
    if not match:
        return None
    address, user, stamp, request, status, sent, _, agent = match.groups()
    day, month, rest = stamp.split("/")
    try:
        instant = datetime.strptime(f"{day}/{MONTHS.index(month) + 1}/{rest}", "%d/%m/%Y:%H:%M:%S %z")
    except ValueError:
        return None
    robot = agent in ROBOTS or agent == UNDECLARED_ROBOT
    method, _, rest = request.partition(" ")
    fetched = method in ("GET", "POST") and (status.startswith("2") or status == "304")
    return Hit(
        int(instant.timestamp()),
        visitor(address, user, agent),
        fetched and rest.removesuffix(" HTTP/1.1") not in ASSETS and not robot,
        robot,
        int(sent) if sent != "-" else 0,
    )


def visitor(address: str, user: str, agent: str) -> tuple[str, ...] | None:
    """A user id, else an address, of IPv6 the first half, with a user agent."""
    if user != "-":
        return (user,)
    if address == "-":
        return None
    parsed = ipaddress.ip_address(address)
    return (address if parsed.version == 4 else parsed.exploded[:19], agent)


def count_day(hits: list[Hit]) -> dict[str, tuple[int, int, int]]:
    """By measure: sum, visitors, and the largest sum of one visitor."""
    groups: dict[tuple, list[Hit]] = defaultdict(list)
    for number, hit in enumerate(hits):
        groups[hit.visitor or ("nobody", str(number), "")].append(hit)
    sums: dict[str, list[tuple[bool, int]]] = defaultdict(list)
    for group in groups.values():
        for measure, amount in count_visitor(group).items():
            if amount > 0:
                sums[measure].append((group[0].visitor is not None, amount))
    return {
        measure: (
            sum(amount for _, amount in amounts),
            sum(known for known, _ in amounts),
            max((amount for known, amount in amounts if known), default=0),
        )
        for measure, amounts in sums.items()
    }


def count_visitor(hits: list[Hit]) -> dict[str, int]:
    seconds = sorted(hit.second for hit in hits if hit.view)
    visits: list[list[int]] = []
    for second in seconds:
        if visits and second - visits[-1][-1] <= 1800:
            visits[-1].append(second)
        else:
            visits.append([second])
    return {
        "hits": len(hits),
        "bytes": sum(hit.sent for hit in hits),
        "page_views": len(seconds),
        "other_hits": len(hits) - len(seconds),
        "visits": len(visits),
        "later_views": len(seconds) - len(visits),
        "bounces": sum(len(visit) == 1 for visit in visits),
        "longer_visits": sum(len(visit) > 1 for visit in visits),
        "visit_time": sum(visit[-1] - visit[0] for visit in visits),
    }
