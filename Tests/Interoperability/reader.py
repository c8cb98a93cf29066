"""Reads a store again and again while it is written, and looks for what no reader may ever see.

Usage: reader.py GLOB LINES STOP [--whole]. Every line of the input has a number of its own in the column `bytes`.
Prints "ready", ends when the file STOP is there, and prints what it saw as JSON. With `--whole` all lines are there
from the beginning and must be at every look.
"""

import json
import sys
import time
from pathlib import Path

import duckdb

GONE = "No such file or directory"
EMPTY = "No files found that match the pattern"


def main() -> None:
    glob, lines, stop = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    is_whole = "--whole" in sys.argv
    connection = duckdb.connect(config={"threads": 1})
    # What was read before must not hide what is there now.
    connection.execute("SET enable_external_file_cache = false")
    query = f"SELECT count(*), count(DISTINCT bytes), coalesce(max(bytes), 0) FROM read_parquet('{glob}')"
    looks, retries, latest, faults = 0, 0, 0, []
    print("ready", flush=True)
    while not stop.exists():
        try:
            rows, distinct, greatest = connection.execute(query).fetchone()
        except duckdb.IOException as error:
            if EMPTY in str(error) and latest == 0 and not is_whole:
                time.sleep(0.01)
            elif GONE in str(error):
                # The folder was exchanged between its listing and the opening of a file.
                retries += 1
            else:
                faults.append(str(error))
            continue
        except duckdb.Error as error:
            faults.append(str(error))
            continue
        looks += 1
        if rows != distinct:
            faults.append(f"{rows - distinct} rows twice")
        if greatest > lines or rows > lines or (is_whole and rows != lines):
            faults.append(f"{rows} rows of {lines} lines")
        if rows < latest:
            faults.append(f"{rows} rows after {latest}")
        latest = rows
    print(json.dumps({"looks": looks, "retries": retries, "faults": faults}))


if __name__ == "__main__":
    main()
