#!/usr/bin/env python3
"""Writes the sample logs: a made-up tea shop, three days, always the same bytes.

    ./generate.py                                # writes the samples into this folder
    ./generate.py --lines 2000000 > big.log      # as long as you like, for measuring

Nobody's log was used. Addresses come from 198.18.0.0/15 (RFC 2544, benchmarking) and 2001:db8::/32 (RFC 3849,
documentation): the ranges of RFC 5737 are three networks, too few for statistics that ask for several networks behind
every number. Names of sites are those of RFC 2606, but for the search engines.
"""

import argparse
import datetime
import itertools
import os
import random
import sys

ZONE = datetime.timezone(datetime.timedelta(hours=9))
FIRST_DAY = datetime.datetime(2026, 3, 2, tzinfo=ZONE)
DAYS = 3
HOST = "tea.example.com"
SITE = f"https://{HOST}"

# What share of a day's visits begins in each hour.
HOURS = [9, 5, 3, 2, 2, 3, 6, 12, 18, 22, 24, 26, 30, 27, 24, 23, 24, 26, 28, 32, 38, 40, 32, 18]

WINDOWS = "Windows NT 10.0; Win64; x64"
MAC = "Macintosh; Intel Mac OS X 10_15_7"
CHROME = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 {}Safari/537.36{}"
SAFARI = "Mozilla/5.0 ({}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/{} {}Safari/{}"
IPHONE = "iPhone; CPU iPhone OS 18_7 like Mac OS X"
AGENTS = [
    (26, CHROME.format("Linux; Android 10; K", 145, "Mobile ", "")),
    (22, SAFARI.format(IPHONE, "26.3", "Mobile/15E148 ", "604.1")),
    (20, CHROME.format(WINDOWS, 145, "", "")),
    (8, CHROME.format(WINDOWS, 144, "", "")),
    (8, CHROME.format(MAC, 145, "", "")),
    (8, CHROME.format(WINDOWS, 145, "", " Edg/145.0.0.0")),
    (7, SAFARI.format(MAC, "26.2", "", "605.1.15")),
    (7, "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 "
        "Mobile Safari/537.36"),
    (6, f"Mozilla/5.0 ({WINDOWS}; rv:148.0) Gecko/20100101 Firefox/148.0"),
    (8, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    (9, SAFARI.format("iPad; CPU OS 18_6 like Mac OS X", "18.6", "Mobile/15E148 ", "604.1")),
]
ROBOTS = [
    (10, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
    (7, "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)"),
    (4, "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)"),
    (3, "curl/8.14.1"),
]

# Weight, path, bytes.
PAGES = [
    (30, "/", 14200), (16, "/teas", 11800), (12, "/teas/green", 9300), (9, "/teas/black", 9100), (8, "/teas/oolong", 8700),
    (7, "/teapots", 10400), (8, "/offers", 7600), (7, "/how-to-brew", 15900), (5, "/shipping", 5200), (4, "/about", 6100),
    (6, "/cart", 4300), (4, "/search?q={word}", 6900), (3, "/account/orders/{number}", 3900), (3, "/journal/{word}-and-rain", 12300),
]
PRODUCTS = [
    (round(18 / rank ** 0.6), f"/teas/{kind}/{name}", 8800 + 37 * rank)
    for rank, (kind, name) in enumerate(itertools.product(
        ["green", "black", "oolong"],
        ["morning-hill", "river-mist", "old-garden", "first-flush", "roasted-leaf", "stone-mill", "south-field", "paper-lantern"]), 1)
]
WORDS = ["sencha", "jasmine", "cast-iron", "gift", "decaf", "matcha", "sampler", "honey", "strainer", "white"]
# Weight, referrer, query that the first page comes with.
ORIGINS = [
    (40, "-", ""), (28, "https://www.google.com/", ""), (9, "https://search.naver.com/search.naver?query={word}", ""),
    (6, "https://www.bing.com/", ""), (5, "https://duckduckgo.com/", ""),
    (7, "-", "?utm_source=newsletter&utm_medium=email&utm_campaign=spring-harvest"),
    (7, "https://forum.example.org/t/{number}", ""), (6, "https://pottery.example.net/links.html", ""),
]
ASSETS = [
    (10, "/static/shop.8c1f.css", 18200), (9, "/static/shop.47ab.js", 41300), (6, "/images/leaves.webp", 60400),
    (4, "/images/pot.webp", 38800), (3, "/favicon.ico", 1150),
]
MISSING = [(5, "/teas/gren"), (4, "/sale-2024"), (2, "/apple-touch-icon.png"), (1, "/.env")]


class Choice:
    """One of several values, by weight."""

    def __init__(self, weighted):
        self.values = [row[1:] if len(row) > 2 else row[1] for row in weighted]
        self.bounds = list(itertools.accumulate(row[0] for row in weighted))

    def draw(self, source):
        return source.choices(self.values, cum_weights=self.bounds)[0]


class Shop:
    """Makes the requests of a day; all chance comes from one seeded source."""

    def __init__(self, seed, people):
        self.random = random.Random(seed)
        self.hours = Choice([(weight, hour) for hour, weight in enumerate(HOURS)])
        self.agents, self.robots = Choice(AGENTS), Choice(ROBOTS)
        self.pages, self.origins = Choice(PAGES + PRODUCTS), Choice(ORIGINS)
        self.assets, self.missing = Choice(ASSETS), Choice(MISSING)
        self.people = [(self.address(), self.agents.draw(self.random)) for _ in range(people)]
        self.machines = [(self.address(), agent) for _, agent in ROBOTS for _ in range(2)]

    def address(self):
        number = self.random.getrandbits(17)
        if self.random.random() < 0.8:
            return f"198.{18 + (number >> 16)}.{number >> 8 & 255}.{number & 255}"
        return f"2001:db8:{number >> 4 & 0x3ff:x}:{number & 15:x}::{self.random.randrange(1, 0xffff):x}"

    def filled(self, text):
        if "{" not in text:
            return text
        return text.replace("{word}", self.random.choice(WORDS)).replace("{number}", str(self.random.randrange(10000, 99999)))

    def day(self, start, lines, visits):
        """About `lines` requests of one day by time: (time, address, request, status, bytes, referrer, agent)."""
        requests = []
        for person in self.random.sample(self.people, visits):
            requests += self.visit(person, start)
        while len(requests) < lines:
            if self.random.random() < 0.25:
                requests += self.crawl(self.random.choice(self.machines), start)
            else:
                requests += self.visit(self.random.choice(self.people), start)
        requests.sort(key=lambda request: request[0])
        return requests

    def moment(self):
        return self.hours.draw(self.random) * 3600 + self.random.randrange(3600)

    def visit(self, person, start):
        chance, (address, agent) = self.random, person
        second = self.moment()
        origin, query = self.origins.draw(chance)
        referrer = self.filled(origin)
        while True:
            path, size = self.pages.draw(chance)
            page = self.filled(path)
            if query and "?" not in page:
                page += query
            query = ""
            if chance.random() < 0.02:
                yield start + second, address, f"GET {self.missing.draw(chance)} HTTP/2.0", 404, 1730, referrer, agent
            else:
                yield start + second, address, f"GET {page} HTTP/2.0", 200, size + chance.randrange(400), referrer, agent
            here = SITE + page
            if path == "/cart" and chance.random() < 0.6:
                yield start + second + 9, address, "POST /cart HTTP/2.0", 303, 0, here, agent
            for _ in range(chance.choice([0, 0, 0, 1, 2])):
                asset, size = self.assets.draw(chance)
                status = 304 if chance.random() < 0.3 else 200
                yield start + second + 1, address, f"GET {asset} HTTP/2.0", status, size if status == 200 else 0, here, agent
            referrer = here
            second += 5 + int(chance.expovariate(1 / 60))
            if chance.random() < 0.45 or second >= 86400 - 10:
                return

    def crawl(self, machine, start):
        address, agent = machine
        second = self.moment()
        yield start + second, address, "GET /robots.txt HTTP/1.1", 200, 67, "-", agent
        for _ in range(self.random.randrange(1, 8)):
            second = min(second + self.random.randrange(2, 40), 86399)
            page, size = self.pages.draw(self.random)
            yield start + second, address, f"GET {self.filled(page)} HTTP/1.1", 200, size, "-", agent


def requests(seed, lines):
    per_day = lines // DAYS
    shop = Shop(seed, people=per_day // 2)
    for number in range(DAYS):
        start = int((FIRST_DAY + datetime.timedelta(days=number)).timestamp())
        yield from shop.day(start, per_day, visits=per_day // 4)


def stamp(second):
    return datetime.datetime.fromtimestamp(second, ZONE).strftime("%d/%b/%Y:%H:%M:%S %z")


def common(request):
    second, address, line, status, size, _, _ = request
    return f'{address} - - [{stamp(second)}] "{line}" {status} {size or "-"}'


def combined(request):
    return f'{common(request)} "{request[5]}" "{request[6]}"'


def write(name, lines):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), "w", encoding="ascii") as file:
        file.writelines(line + "\n" for line in lines)


def write_samples():
    made = list(requests(seed=2026, lines=3900))
    lines = [combined(request) for request in made]
    lines[2000:2000] = ["", lines[2000][:78]]  # a blank line, and one that was cut while it was written
    write("access.log", lines)


def main():
    parser = argparse.ArgumentParser(description="Writes the sample logs, or a log of any length to the standard output.")
    parser.add_argument("--lines", type=int, help="write about so many lines in combined format to the standard output")
    parser.add_argument("--seed", type=int, default=1, help="the seed of such a log")
    arguments = parser.parse_args()
    if arguments.lines is None:
        write_samples()
    else:
        sys.stdout.writelines(combined(request) + "\n" for request in requests(arguments.seed, arguments.lines))


if __name__ == "__main__":
    main()
