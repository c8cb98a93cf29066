#!/usr/bin/env python3
"""Lets a headless Chromium read HTML reports: with and without its script, in light and dark, narrow and on paper.

Usage: check_pages.py FOLDER [SCREENSHOTS]

FOLDER has the pages that ReportPages writes. Exit 1 if any page loads something, complains, runs what it should not, or
cannot be read.
"""

import base64
import hashlib
import os
import re
import sys

sys.dont_write_bytecode = True
from chromium import Chromium, Page  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
FACTS = open(os.path.join(HERE, "page_facts.js"), encoding="utf-8").read()
# Pages about which nothing can be told.
BARE = {"quiet", "empty"}
SIZES = {"desktop": 1280, "phone": 375}


class Checks:
    """Counts what was looked at and says what was wrong."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}"[:600])

    def equal(self, seen, expected, what):
        self.expect(seen == expected, f"{what}: {seen!r} instead of {expected!r}")


def digest(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def structure(checks, name, facts):
    """What holds of every page, whether its script runs or not."""
    expected = (
        f"default-src 'none'; style-src {digest(facts['style'][0])}; script-src {digest(facts['script'][0])}; "
        "base-uri 'none'; form-action 'none'")
    checks.equal(facts["policy"], expected, f"{name}: policy")
    checks.equal((len(facts["style"]), len(facts["script"])), (1, 1), f"{name}: style sheets and scripts")
    for nothing in ("foreign", "handlers", "brokenLinks", "repeatedIds", "unequalRows"):
        checks.equal(facts[nothing], [], f"{name}: {nothing}")
    for none in ("tablesWithoutCaption", "headsWithoutScope", "unnamedDrawings", "emptyHeadings", "unnamedFields"):
        checks.equal(facts[none], 0, f"{name}: {none}")
    levels = facts["headings"]
    steps = all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    checks.expect(levels[:1] == [1] and levels.count(1) == 1 and steps, f"{name}: headings {levels}")
    checks.expect(facts["language"] in ("en", "ja", "ko") and facts["title"], f"{name}: language and title")
    checks.equal(facts["touched"], None, f"{name}: a text from outside was run")
    checks.equal(facts["drawn"], facts["charts"], f"{name}: drawings that are seen")


def sorting(checks, name, page):
    """The first column of numbers, the labels, and a search."""
    page.value("""
        window.column = (table, place) => Array.from(table.tBodies[0].rows)
          .filter((row) => !row.hidden && row.cells.length > place).map((row) => row.cells[place].textContent);
        window.tried = document.querySelector('#table-pages table, #table-browsers table');
        window.press = (place) => tried.tHead.rows[0].cells[place].querySelector('button').click();
        0""")
    numbers = lambda texts: [int(re.sub(r"[^0-9]", "", text) or -1) for text in texts]
    seen = lambda place: page.value(f"column(tried, {place})")
    page.value("press(2)")
    down = numbers(seen(2))
    checks.equal(down, sorted(down, reverse=True), f"{name}: the largest first")
    page.value("press(2)")
    checks.equal(numbers(seen(2)), sorted(down), f"{name}: the smallest first")
    checks.equal(page.value("tried.querySelectorAll('[aria-sort]').length"), 1, f"{name}: one sorted column")
    page.value("press(0)")
    labels = seen(0)
    expected = page.value(
        "column(tried, 0).sort(new Intl.Collator(document.documentElement.lang, { numeric: true }).compare)")
    checks.equal(labels, expected, f"{name}: labels in order")
    page.value("""
        window.field = tried.closest('.card').querySelector('input[type=search]');
        field.value = 'GREEN'; field.dispatchEvent(new Event('input')); 0""")
    found = seen(0)
    checks.expect(found and all("green" in label for label in found), f"{name}: search found {found}")
    visible = page.value(
        "Array.from(tried.tBodies[0].rows).filter((row) => row.checkVisibility()).length")
    checks.equal(visible, len(found), f"{name}: all that was found is seen")
    page.value("field.value = ''; field.dispatchEvent(new Event('input'))")
    checks.equal(len(seen(0)), len(labels), f"{name}: all rows come back")


def unfolding(checks, name, page):
    """All rows can be seen without a script."""
    rows = "Array.from(document.querySelectorAll('#table-pages tbody tr')).filter((row) => row.checkVisibility()).length"
    if page.value("document.getElementById('all-pages') === null"):
        return
    folded = page.value(rows)
    page.send("Page.bringToFront")
    place = page.value("""(() => {
        const label = document.querySelector('label[for=all-pages]');
        label.scrollIntoView({ block: 'center' });
        const box = label.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })()""")
    for kind in ("mousePressed", "mouseReleased"):
        page.send("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)
    checks.equal(folded, 10, f"{name}: rows before unfolding")
    checks.expect(page.value(rows) > 10, f"{name}: rows after unfolding")


def check(checks, browser, folder, name, shots):
    path = os.path.join(folder, name + ".html")
    checks.expect(os.path.getsize(path) < 1_000_000, f"{name}: {os.path.getsize(path)} bytes")
    texts = {}
    for script in (True, False):
        page = Page(browser, script=script).open(path)
        facts = page.value(FACTS)
        way = f"{name}, script {'on' if script else 'off'}"
        structure(checks, way, facts)
        checks.expect(name in BARE or facts["tables"] > 5, f"{way}: tables")
        texts[script] = facts["text"]
        checks.equal(facts["overflow"], 0, f"{way}: too wide by")
        checks.equal(facts["buttons"] > 0, script and name not in BARE, f"{way}: buttons")
        if script and shots:
            page.screenshot(os.path.join(shots, f"{name}-desktop-light.png"), height=3000)
        if script and name in ("week", "month"):
            sorting(checks, way, page)
        if not script:
            checks.equal(facts["fields"], 0, f"{way}: fields that do nothing")
            unfolding(checks, way, page)
        checks.equal(page.complaints(), [], f"{way}: complaints")
        page.close()
    # Field labels and what a screen reader is told are all that the script adds.
    checks.expect(texts[True].split() == texts[False].split(), f"{name}: the script changes what is read")
    for size, dark in (("phone", False), ("phone", True), ("desktop", True)):
        page = Page(browser, dark=dark, width=SIZES[size]).open(path)
        checks.equal(page.value(FACTS)["overflow"], 0, f"{name}: too wide for {size} by")
        if shots:
            page.screenshot(os.path.join(shots, f"{name}-{size}-{'dark' if dark else 'light'}.png"), height=3000)
        checks.equal(page.complaints(), [], f"{name}, {size}: complaints")
        page.close()
    if shots:
        page = Page(browser, media="print").open(path)
        page.print(os.path.join(shots, f"{name}.pdf"))
        page.close()


def controls(checks, browser, folder):
    """What the checks look for is found where it is: a page that is not escaped, with and without its policy."""
    source = open(os.path.join(folder, "week.html"), encoding="utf-8").read()
    hostile = (
        "<script>window.touched=1</script><img src=x onerror=window.touched=2>"
        "<img src=http://example.com/x.png><p style='color:red' onclick='0'>x</p>")
    spoilt = source.replace("</main>", hostile + "</main>")
    bare = re.sub(r"<meta http-equiv[^>]*>", "", spoilt)
    path = os.path.join(folder, "control.html")
    for text, runs in ((spoilt, False), (bare, True)):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        page = Page(browser).open(path)
        facts = page.value(FACTS)
        complaints = page.complaints()
        checks.equal(facts["touched"] is not None, runs, "control: a script in the text is run")
        checks.equal(any(one.startswith("request: http") for one in complaints), runs, "control: a request is seen")
        checks.expect(facts["foreign"] and facts["handlers"] and complaints, "control: markup in the text is seen")
        page.close()
    os.remove(path)


def main():
    folder = sys.argv[1]
    shots = sys.argv[2] if len(sys.argv) > 2 else None
    if shots:
        os.makedirs(shots, exist_ok=True)
    names = sorted(name[:-5] for name in os.listdir(folder) if name.endswith(".html") and name != "control.html")
    checks = Checks()
    checks.expect({"week", "month", "hostile", "quiet"} <= set(names), f"pages in {folder}")
    with Chromium() as browser:
        for name in names:
            check(checks, browser, folder, name, shots)
        controls(checks, browser, folder)
    print(f"{len(names)} pages: {checks.passed} checks passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
