#!/usr/bin/env python3
"""Draws the first screen of a page in light colours, as it stands in the README.

Usage: picture.py PAGE.html PICTURE.png [HEIGHT]
"""

import sys

sys.dont_write_bytecode = True
from chromium import Chromium, Page  # noqa: E402

WIDTH = 1120


def main():
    page, picture = sys.argv[1:3]
    height = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    with Chromium() as browser:
        Page(browser, width=WIDTH, height=height).open(page).screenshot(picture, height=height)


if __name__ == "__main__":
    main()
