"""What is asked of every engine."""

from typing import NamedTuple

SAMPLE_DIVISOR, SAMPLE_REMAINDER = 53, 7
"""The sample is the rows whose bytes leave this remainder."""


class ColumnProfile(NamedTuple):
    """A column in five values; `total` is the sum of numbers and flags."""

    present: int
    distinct: int
    least: int | str | None
    greatest: int | str | None
    total: int | None


def sorted_rows(rows: list[tuple]) -> list[tuple]:
    """Rows in an order that does not depend on the engine; absent values come first."""
    return sorted(rows, key=lambda row: [(value is not None, value) for value in row])
