"""Partitions: four engines see the same rows, and the footers hold what they should and nothing more."""

import re

import pyarrow.parquet

from engines import ClickHouse, DuckDB, Polars, PyArrow
from reporter import Reporter
from scenario import Scenario
from schema import (
    BOOLEAN,
    COLUMNS,
    INT32,
    INT64,
    PSEUDONYM,
    REQUIRED,
    TEXT,
    TIME,
    WITHOUT_STATISTICS,
)
from store import Store

PARQUET_TYPES = {
    TIME: ("INT64", "Timestamp(isAdjustedToUTC=true, timeUnit=microseconds"),
    TEXT: ("BYTE_ARRAY", "String"),
    PSEUDONYM: ("FIXED_LEN_BYTE_ARRAY", "None"),
    INT32: ("INT32", "None"),
    INT64: ("INT64", "None"),
    BOOLEAN: ("BOOLEAN", "None"),
}

DUCKDB_TYPES = {
    TIME: "TIMESTAMP WITH TIME ZONE",
    TEXT: "VARCHAR",
    PSEUDONYM: "BLOB",
    INT32: "INTEGER",
    INT64: "BIGINT",
    BOOLEAN: "BOOLEAN",
}


def check(report: Reporter, scenario: Scenario) -> None:
    store = scenario.store
    for summary in scenario.summaries:
        balance = summary["accepted"] + sum(summary["filtered"].values()) + summary["duplicate"]
        balance += sum(reason["count"] for reason in summary["rejected"].values())
        report.equal("ingest: the sums balance", balance, summary["read"])
    read_lines = sum(len(path.read_bytes().splitlines()) for path in scenario.logs if path.suffix != ".gz")
    plain_inputs = [i for s in scenario.summaries for i in s["inputs"] if not i["path"].endswith(".gz")]
    report.equal("ingest: every line of the plain logs is read", sum(i["read"] for i in plain_inputs), read_lines)
    files = store.files()
    report.equal("files: two writers", len({file.writer for file in files}), 2)
    report.check("files: several a day", len(files) > 2 * len({file.epoch for file in files}))
    engines(report, store, scenario.rows_by_day, "open days")
    footers(report, store, "open days")


def engines(report: Reporter, store: Store, rows_by_day: dict[str, int], when: str) -> None:
    """Asks four engines the same and compares all answers with DuckDB's."""
    first = DuckDB(store.glob)
    others = [PyArrow(str(store.events)), Polars(store.glob), ClickHouse(store.glob)]
    expected = {name: DUCKDB_TYPES[kind] for name, kind in COLUMNS.items()} | {"date": "DATE"}
    report.equal(f"{when}: DuckDB sees the documented types", first.types(), expected)
    for engine in others:
        report.equal(f"{when}: {engine.name} sees the documented columns", list(engine.types()), list(expected))
    for engine in [first, *others]:
        report.equal(f"{when}: {engine.name} counts the rows of each day as ingest did", engine.days(), rows_by_day)
    profile, sample = first.profile(), first.sample()
    report.check(f"{when}: the sample is not empty", len(sample) > 50)
    for engine in others:
        report.equal_maps(f"{when}: {engine.name} and DuckDB agree on every column", engine.profile(), profile)
        seen = engine.sample()
        differences = [f"{left} instead of {right}" for left, right in zip(seen, sample) if left != right]
        if len(seen) != len(sample):
            differences.append(f"{len(seen)} rows instead of {len(sample)}")
        report.check(f"{when}: {engine.name} and DuckDB agree on {len(sample)} rows", differences)


def footers(report: Reporter, store: Store, when: str) -> None:
    """Types, codecs and statistics as they stand in each file."""
    types, codecs, statistics, missing, names = [], [], [], [], []
    for file in store.files():
        parquet = pyarrow.parquet.ParquetFile(file.path)
        types += [f"{file.path.name}: {fault}" for fault in type_faults(parquet)]
        name = re.fullmatch(r"(.+)-(\d+)(-g\d+)?\.parquet", file.path.name)
        if not name or name[1] != file.writer or file.path.parent.name != f"date={file.epoch[:10]}":
            names.append(str(file.path))
        for group in range(parquet.metadata.num_row_groups):
            for place in range(parquet.metadata.num_columns):
                chunk = parquet.metadata.row_group(group).column(place)
                column = chunk.path_in_schema
                wanted = "UNCOMPRESSED" if COLUMNS[column] == PSEUDONYM else None
                if chunk.compression not in ([wanted] if wanted else ["GZIP", "UNCOMPRESSED"]):
                    codecs.append(f"{file.path.name} {column}: {chunk.compression}")
                bounds = chunk.statistics is not None and chunk.statistics.has_min_max
                if bounds and column in WITHOUT_STATISTICS:
                    statistics.append(f"{file.path.name} {column}: {chunk.statistics.min} … {chunk.statistics.max}")
                if not bounds and column == "time":
                    missing.append(f"{file.path.name}: none for time")
    report.check(f"{when}: Parquet types as documented", types)
    report.check(f"{when}: GZIP and UNCOMPRESSED only, pseudonyms UNCOMPRESSED", codecs)
    report.check(f"{when}: no bounds of identifying columns and free texts in any footer", statistics)
    report.check(f"{when}: bounds of time in every footer", missing)
    report.check(f"{when}: names and folders agree with the metadata", names)


def type_faults(file: pyarrow.parquet.ParquetFile) -> list[str]:
    schema = file.schema
    if schema.names != list(COLUMNS):
        return [f"columns {schema.names}"]
    faults = []
    for place, (name, kind) in enumerate(COLUMNS.items()):
        column = schema.column(place)
        physical, logical = PARQUET_TYPES[kind]
        if column.physical_type != physical or not str(column.logical_type).startswith(logical):
            faults.append(f"{name}: {column.physical_type} {column.logical_type}")
        if kind == PSEUDONYM and column.length != 16:
            faults.append(f"{name}: {column.length} bytes")
        if column.max_definition_level != (0 if name in REQUIRED else 1):
            faults.append(f"{name}: required or not")
    return faults
