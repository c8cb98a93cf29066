"""The questions to the two engines that speak SQL; only the spelling of a column's plain value differs."""

from schema import COLUMNS, PSEUDONYM, TEXT, TIME, is_summed

from .profile import SAMPLE_DIVISOR, SAMPLE_REMAINDER


def plain(name: str, micros: str, number: str) -> str:
    """A column as a plain value; `micros` and `number` are the engine's spellings with a place for the name."""
    kind = COLUMNS[name]
    if kind == TIME:
        return micros.format(name)
    if kind == PSEUDONYM:
        return f"lower(hex({name}))"
    return name if kind == TEXT else number.format(name)


def profile(name: str, value: str, source: str) -> str:
    total = "sum(p)" if is_summed(name) else "NULL"
    return f"SELECT count(p), count(DISTINCT p), min(p), max(p), {total} FROM (SELECT {value} AS p FROM {source}) AS t"


def sample(values: list[str], source: str) -> str:
    columns = ", ".join(f"{value} AS c{place}" for place, value in enumerate(values))
    return f"SELECT {columns} FROM {source} WHERE bytes % {SAMPLE_DIVISOR} = {SAMPLE_REMAINDER}"
