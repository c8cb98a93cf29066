"""Makes logs of JSON lines that fill every column that statistics are made of: requests with what servers know of them, and
events of apps and devices.

Seeded, so that every run reads the same lines.
"""

import json
import random
from datetime import UTC, date, datetime, timedelta

from vocabulary import AGENTS, ROBOTS

HOSTS = ["www.example.org", "shop.example.org", "seldom.example.org"]
TARGETS = [
    "/",
    "/shop",
    "/shop/chairs?utm_source=letter&utm_medium=mail&utm_campaign=spring",
    "/shop/tables?utm_source=poster",
    "/search?q=oak+table",
    "/search?q=seldom",
    "/price-list.pdf",
    "/all.zip",
    "/gone",
]
FILES = ["/style.css", "/app.js", "/img/logo.PNG", "/img/chair.jpg", "/film.mp4", "/favicon"]
REFERRERS = [
    None,
    "https://www.google.com/search?q=chairs",
    "https://duckduckgo.com/?q=garden+chairs",
    "https://www.facebook.com/",
    "https://news.example.net/1",
    "https://www.example.org/shop",
    "http://intranet.local/",
]
PROBES = ["Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)", "Mozilla/5.0 (compatible; UptimeRobot/2.0)"]
EVENTS = ["start", "open", "buy", "crash"]


def requests(seed: int, first: date, days: int, visitors: int) -> bytes:
    """What a proxy writes of a site."""
    pick = random.Random(seed)
    lines: list[tuple[datetime, dict]] = []
    for day in range(days):
        midnight = datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(day)
        for visitor in range(visitors):
            lines += visit(pick, visitor, midnight)
    return text(lines)


def visit(pick: random.Random, visitor: int, midnight: datetime) -> list[tuple[datetime, dict]]:
    own = random.Random(visitor)
    agent = own.choice(ROBOTS + PROBES) if visitor % 23 == 0 else own.choice(AGENTS[:7])
    who = {
        "remote_addr": f"198.{18 + visitor % 2}.{own.randrange(120)}.{own.randrange(1, 255)}",
        "user_agent": agent,
        "terminal_type": own.choice(["television", "kiosk"]),
        "accept_language": own.choice(["en-GB,en;q=0.9", "ko-KR", "ja", "de"]),
    }
    if visitor % 5 == 0:
        who |= {
            "user": f"member{visitor}",
            "postal_code": own.choice(["04524", "06236", "48058"]),
            "age": str(own.randrange(15, 80)),
            "gender": own.choice(["female", "male"]),
            "occupation": own.choice(["teacher", "engineer", "student"]),
        }
    now = midnight + timedelta(seconds=int(pick.triangular(0, 86_000, 64_000)))
    lines = []
    for _ in range(pick.choice([1, 2, 3, 5, 8])):
        page = pick.choice(TARGETS)
        lines.append((now, who | request(pick, page, pick.choice(["GET"] * 9 + ["POST", "HEAD"]))))
        for file in pick.sample(FILES, pick.randrange(4)):
            lines.append((now, who | request(pick, file, "GET")))
        now += timedelta(seconds=pick.choice([0, 1, 3, 20, 45, 130, 700, 1800, 1801]))
    return lines


def request(pick: random.Random, target: str, method: str) -> dict:
    values = {
        "request_method": method,
        "request_uri": target,
        "status": 404 if target == "/gone" else pick.choice([200] * 12 + [206, 301, 304, 404, 500]),
        "bytes": pick.choice([0, 1, 900, 5_000, 70_000, 3_000_000]),
        "request_time": round(pick.lognormvariate(-3, 2), 6),
        "host": pick.choice(HOSTS[:2] * 40 + HOSTS),
        "server_protocol": pick.choice(["HTTP/1.1", "HTTP/2.0"]),
        "ssl_protocol": pick.choice(["TLSv1.2", "TLSv1.3"]),
        "content_type": pick.choice(["text/html", "text/css", "image/png"]),
        "upstream_cache_status": pick.choice(["HIT", "MISS", "BYPASS"]),
        "http_referer": pick.choice(REFERRERS),
        "element": pick.choice([None] * 9 + ["buy-button"]),
    }
    # Of every column, some rows have no value.
    return {name: value for name, value in values.items() if value is not None and pick.random() > 0.05 or name in NEEDED}


NEEDED = {"request_method", "request_uri"}


def events(seed: int, first: date, days: int, visitors: int, has_addresses: bool) -> bytes:
    """What apps and devices report."""
    pick = random.Random(seed)
    lines: list[tuple[datetime, dict]] = []
    for day in range(days):
        midnight = datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(day)
        for visitor in range(visitors):
            own = random.Random(visitor)
            who = {"device_id": f"{own.getrandbits(64):016x}", "platform": own.choice(["Android", "iOS", "Tizen"])}
            if has_addresses:
                who["ip"] = f"198.51.{own.randrange(90)}.{own.randrange(1, 255)}"
            for _ in range(pick.choice([1, 2, 4, 9])):
                now = midnight + timedelta(seconds=pick.randrange(86_000))
                values = {
                    "event_name": pick.choice(EVENTS),
                    "app_version": own.choice(["1.2.0", "1.3.0"]),
                    "app_status": pick.choice(["foreground", "background"]),
                    "screen": pick.choice(["home", "cart", None]),
                    "click_target": pick.choice(["buy", "help", None, None]),
                    "model": own.choice(["television", "refrigerator"]),
                }
                lines.append((now, who | {name: value for name, value in values.items() if value is not None}))
    return text(lines)


def text(lines: list[tuple[datetime, dict]]) -> bytes:
    lines.sort(key=lambda line: line[0])
    return "".join(
        json.dumps({"time": f"{time:%Y-%m-%dT%H:%M:%S}+00:00"} | values) + "\n" for time, values in lines
    ).encode()
