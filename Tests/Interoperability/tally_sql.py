"""Counts a store again in SQL.

The statements are the same for both engines; only the views of the files and of local time are spelled differently.
Every order is total, and nothing depends on how an engine compares absent values.
"""

from collections import defaultdict
from typing import NamedTuple

from engines import ClickHouse, DuckDB
from store import K, RARE, TIME_ZONE, Counts, Store, Tally, label
from tally_tables import STEPS, TABLES, VALUES, Table

NETWORK_LIMIT = 5
"""Networks behind a number are counted up to max(3, k/2), rounded up."""

KEPT = (
    "method, host, path, protocol, tls, mime, cache, status, bytes, duration_us, referrer_domain, referrer_kind, keyword,"
    " utm_source, utm_medium, utm_campaign, search_words, browser, browser_major, os, device_class, robot_name, terminal,"
    " language, country, region, postal_area, age_band, gender, occupation, name, app_version, platform, app_status,"
    " screen, element"
)

EVENTS = """
    SELECT row_number() OVER (ORDER BY {file_name}, e.time, tie, visit, seq, visitor, bytes) AS row_id,
      f.epoch AS epoch, f.writer AS writer, f.closed AS closed,
      {instant} AS instant, CAST({hour} AS BIGINT) AS local_hour,
      lower(hex(visitor)) AS who, lower(hex(network)) AS net,
      tie AS tie_number, visit AS visit_number, seq AS place_number,
      CAST(page_view AS INTEGER) AS view_flag, CAST(robot AS INTEGER) AS robot_flag,
      CAST(member AS INTEGER) AS member_flag, CASE WHEN kind = 'event' THEN 1 ELSE 0 END AS event_flag,
      {extension} AS ending, {kept}
    FROM {source} AS e JOIN files AS f ON {file_name} = f.name
"""

# Rows without a visitor are visits of their own.
WALKS = """
    SELECT row_id, epoch, instant, writer, tie_number, view_flag, robot_flag, event_flag, path,
      coalesce(who, concat('row ', CAST(row_id AS VARCHAR))) AS walker
    FROM events WHERE closed = 0
"""

PLACES = """
    SELECT row_id, epoch, walker, instant, view_flag, robot_flag, event_flag, path,
      CAST(row_number() OVER (
        PARTITION BY epoch, walker ORDER BY instant, writer, tie_number, row_id) AS BIGINT) AS place,
      max(CASE WHEN view_flag = 1 THEN instant END) OVER (
        PARTITION BY epoch, walker ORDER BY instant, writer, tie_number, row_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest_view
    FROM walks
"""

STARTS = """
    SELECT row_id, epoch, walker, instant, view_flag, robot_flag, event_flag, path, place,
      CASE WHEN view_flag = 1 AND latest_view IS NOT NULL AND instant - latest_view > 1800 THEN 1 ELSE 0 END AS begins
    FROM places
"""

NUMBERED = """
    SELECT row_id, epoch, instant, view_flag, robot_flag, event_flag, path, place,
      concat(walker, ' ', CAST(sum(begins) OVER (
        PARTITION BY epoch, walker ORDER BY place
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS VARCHAR)) AS visit_key
    FROM starts
    UNION ALL
    SELECT row_id, epoch, instant, view_flag, robot_flag, event_flag, path,
      CAST(coalesce(place_number, 0) AS BIGINT) AS place,
      concat('visit ', CAST(visit_number AS VARCHAR)) AS visit_key
    FROM events WHERE closed = 1
"""

VIEWS_OF_VISITS = """
    SELECT row_id,
      row_number() OVER (PARTITION BY epoch, visit_key ORDER BY place) AS nth,
      row_number() OVER (PARTITION BY epoch, visit_key ORDER BY place DESC) AS nth_last,
      count(*) OVER (PARTITION BY epoch, visit_key) AS views_of_visit,
      max(instant) OVER (PARTITION BY epoch, visit_key) - min(instant) OVER (PARTITION BY epoch, visit_key) AS span,
      max(instant) OVER (
        PARTITION BY epoch, visit_key ORDER BY place ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) - instant AS viewing,
      max(coalesce(path, '(none)')) OVER (
        PARTITION BY epoch, visit_key ORDER BY place ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING) AS next_path
    FROM numbered WHERE view_flag = 1 AND robot_flag = 0 AND event_flag = 0
"""

# Events that never have a network count for one of their visitor's own.
OWN_NETWORKS = """
    SELECT epoch AS own_epoch FROM events WHERE event_flag = 1 GROUP BY epoch
    HAVING count(CASE WHEN coalesce(net, '') <> '' THEN 1 END) = 0
"""

ROWS = """
    SELECT e.epoch AS epoch, e.who AS who, e.local_hour AS local_hour, e.member_flag AS member_flag,
      CASE WHEN e.event_flag = 1 AND o.own_epoch IS NOT NULL THEN concat('own ', e.who) ELSE e.net END AS net,
      {kept}, CASE WHEN coalesce(e.ending, '') = '' THEN '(none)' ELSE lower(e.ending) END AS extension,
      coalesce(v.nth, 0) AS nth, coalesce(v.nth_last, 0) AS nth_last, coalesce(v.views_of_visit, 0) AS views_of_visit,
      coalesce(v.span, 0) AS span, coalesce(v.viewing, 0) AS viewing, v.next_path AS next_path,
      CASE WHEN e.robot_flag = 0 AND e.event_flag = 0 THEN 1 ELSE 0 END AS is_request,
      CASE WHEN e.robot_flag = 0 AND e.event_flag = 1 THEN 1 ELSE 0 END AS is_event,
      CASE WHEN e.robot_flag = 1 AND e.event_flag = 0 THEN 1 ELSE 0 END AS is_robot,
      CASE WHEN coalesce(e.status, 0) BETWEEN 200 AND 299 OR coalesce(e.status, 0) = 304 THEN 1 ELSE 0 END AS succeeded,
      CASE WHEN coalesce(e.method, '') IN ('GET', 'POST') THEN 1 ELSE 0 END AS fetches,
      CASE WHEN coalesce(e.duration_us, -1) >= 0 THEN 1 ELSE 0 END AS has_duration,
      greatest(coalesce(e.bytes, 0), 0) AS sent, greatest(coalesce(e.duration_us, 0), 0) AS took
    FROM events AS e LEFT JOIN views_of_visits AS v ON e.row_id = v.row_id
      LEFT JOIN own_networks AS o ON e.epoch = o.own_epoch
"""

FACTS = """
    SELECT epoch, who, net, local_hour, member_flag, {kept}, extension, views_of_visit, span, viewing, next_path, is_robot,
      CASE WHEN is_request = 1 AND nth = 0 AND succeeded = 1 AND fetches = 1 THEN 1 ELSE 0 END AS is_file,
      CASE WHEN nth = 1 AND who IS NOT NULL THEN sum(CASE WHEN nth = 1 THEN 1 ELSE 0 END) OVER (
        PARTITION BY epoch, who) ELSE 0 END AS visits_of_visitor,
      CASE WHEN nth = 1 AND row_number() OVER (PARTITION BY epoch, who, nth ORDER BY span) = 1
        THEN 1 ELSE 0 END AS m_people,
      is_request + is_robot AS m_hits_or_robots, is_request + is_event AS m_records,
      is_request AS m_hits, is_event AS m_events,
      CASE WHEN is_event = 1 THEN 0 ELSE sent END AS m_bytes,
      CASE WHEN nth > 0 THEN 1 ELSE 0 END AS m_page_views,
      CASE WHEN is_request = 1 AND nth = 0 THEN 1 ELSE 0 END AS m_other_hits,
      CASE WHEN nth = 1 THEN 1 ELSE 0 END AS m_visits,
      CASE WHEN nth > 1 THEN 1 ELSE 0 END AS m_later_views,
      CASE WHEN is_request = 1 AND nth <> 1 THEN 1 ELSE 0 END AS m_further_hits,
      CASE WHEN nth_last = 1 THEN 1 ELSE 0 END AS m_exits,
      CASE WHEN nth_last > 1 THEN 1 ELSE 0 END AS m_earlier_views,
      CASE WHEN nth = 1 AND nth_last = 1 THEN 1 ELSE 0 END AS m_bounces,
      CASE WHEN nth = 1 AND nth_last > 1 THEN 1 ELSE 0 END AS m_longer_visits,
      CASE WHEN nth = 1 THEN span ELSE 0 END AS m_visit_time,
      CASE WHEN nth_last > 1 THEN viewing ELSE 0 END AS m_viewing_time,
      CASE WHEN is_request = 1 THEN has_duration ELSE 0 END AS m_timed_hits,
      CASE WHEN is_request = 1 THEN 1 - has_duration ELSE 0 END AS m_untimed_hits,
      CASE WHEN is_request = 1 THEN took ELSE 0 END AS m_request_time,
      CASE WHEN is_request = 1 AND nth = 0 AND succeeded = 1 AND fetches = 0 THEN 1 ELSE 0 END AS m_other_successes
    FROM all_rows
"""

NAMED = """
    SELECT epoch AS epoch_name, who AS visitor_name, net AS network_name, {labels}, {amounts}
    FROM facts WHERE {rows}
"""

SUMS = """
    SELECT epoch_name, {names}, {sums} FROM (
      SELECT epoch_name, {names}, visitor_name, {own_sums} FROM ({named}) AS t GROUP BY epoch_name, {names}, visitor_name
    ) AS u GROUP BY epoch_name, {names}
"""

NETWORKS = "SELECT epoch_name, {names}, {networks} FROM ({named}) AS t GROUP BY epoch_name, {names}"

# A logarithmic bin begins with the value without all but its three leading bits.
BINS = """
    SELECT epoch_name, {names}, bin, sum(values_there), sum(lowest_there), sum(highest_there), sum(sum_there) FROM (
      SELECT epoch_name, {names}, {bin} AS bin, 1 AS values_there, 0 AS lowest_there, 0 AS highest_there,
        value AS sum_there FROM ({valued}) AS a
      UNION ALL
      SELECT epoch_name, {names}, {bin} AS bin, 0, 1, 0, 0 FROM (
        SELECT epoch_name, {names}, visitor_name, min(value) AS value FROM ({valued}) AS b
        WHERE visitor_name IS NOT NULL GROUP BY epoch_name, {names}, visitor_name) AS c
      UNION ALL
      SELECT epoch_name, {names}, {bin} AS bin, 0, 0, 1, 0 FROM (
        SELECT epoch_name, {names}, visitor_name, max(value) AS value FROM ({valued}) AS d
        WHERE visitor_name IS NOT NULL GROUP BY epoch_name, {names}, visitor_name) AS e
    ) AS f GROUP BY epoch_name, {names}, bin
"""
BIN = (
    "CASE WHEN value < 8 THEN value"
    " ELSE CAST(floor(value / pow(2, floor(log2(value)) - 2)) * pow(2, floor(log2(value)) - 2) AS BIGINT) END"
)

STEPS_TAKEN = f"""
    SELECT epoch, coalesce(path, '(none)'), next_path, who, net, count(*)
    FROM facts WHERE {STEPS} GROUP BY epoch, coalesce(path, '(none)'), next_path, who, net
"""


class Step(NamedTuple):
    epoch: str
    start: str
    end: str
    who: str
    net: str
    count: int


class Recount:
    """The rows of a store in an engine, with their visits."""

    def __init__(self, engine: DuckDB | ClickHouse, store: Store):
        self.engine = engine
        is_duckdb = isinstance(engine, DuckDB)
        self.create = (
            "CREATE OR REPLACE TABLE {} AS {}" if is_duckdb else "CREATE OR REPLACE TABLE {} ENGINE = Memory AS {}"
        )
        self.make(
            "files",
            " UNION ALL ".join(
                f"SELECT '{file.path.name}' AS name, '{file.epoch}' AS epoch, '{file.writer}' AS writer,"
                f" {int(file.closed)} AS closed"
                for file in store.files()
            ),
        )
        spelling = (
            {
                "file_name": "parse_filename(e.filename)",
                "instant": "epoch_us(e.time) // 1000000",
                "hour": f"extract(hour FROM timezone('{TIME_ZONE}', e.time))",
                "extension": r"regexp_extract(path, '\.([A-Za-z0-9]{1,8})$', 1)",
                "source": f"read_parquet('{store.glob}', hive_partitioning = true, filename = true)",
            }
            if is_duckdb
            else {
                "file_name": "_file",
                "instant": "intDiv(toUnixTimestamp64Micro(e.time), 1000000)",
                "hour": f"toHour(toTimeZone(e.time, '{TIME_ZONE}'))",
                "extension": r"extract(coalesce(path, ''), '\\.([A-Za-z0-9]{1,8})$')",
                "source": engine.source,
            }
        )
        self.make("events", EVENTS.format(**spelling, kept=KEPT))
        self.make("walks", WALKS)
        self.make("places", PLACES)
        self.make("starts", STARTS)
        self.make("numbered", NUMBERED)
        self.make("views_of_visits", VIEWS_OF_VISITS)
        self.make("own_networks", OWN_NETWORKS)
        self.make("all_rows", ROWS.format(kept=KEPT))
        self.make("facts", FACTS.format(kept=KEPT))

    def make(self, table: str, query: str) -> None:
        self.engine.execute(self.create.format(table, query))

    def tally(self) -> Tally:
        """What the tool's own tally should be, in its own form: of transitions only those told apart for sure."""
        return {cell: count for cell, count in self.counts(exact=None).tally.items()}

    def counts(self, exact: set[tuple[str, str]] | None) -> Counts:
        """What the tool's own counts should be.

        `exact` has the epoch and the label of each transition that the tool told apart; of the others, each is counted
        where it starts and where it ends. Without `exact`, only those that must be told apart are counted.
        """
        counts = Counts({}, {})
        for name, table in TABLES.items():
            self.count(name, table, counts)
        steps = [Step(*row) for row in self.engine.rows(STEPS_TAKEN)]
        count_steps(steps, exact, counts.tally)
        return without_empty_tables(counts)

    def count(self, name: str, table: Table, counts: Counts) -> None:
        names = [f"label{place}" for place in range(len(table.labels))]
        part = {
            "names": ", ".join(names),
            "named": NAMED.format(
                labels=", ".join(f"{expression} AS {name}" for expression, name in zip(table.labels, names)),
                amounts=", ".join(f"{amount(table, measure)} AS a_{measure}" for measure in table.measures),
                rows=table.rows,
            ),
            "own_sums": ", ".join(f"sum(a_{measure}) AS s_{measure}" for measure in table.measures),
            "sums": ", ".join(
                f"CAST(sum(s_{measure}) AS BIGINT),"
                f" count(CASE WHEN s_{measure} > 0 THEN visitor_name END),"
                f" CAST(coalesce(max(CASE WHEN visitor_name IS NOT NULL THEN s_{measure} END), 0) AS BIGINT)"
                for measure in table.measures
            ),
            "networks": ", ".join(
                f"count(DISTINCT CASE WHEN {contributes(measure)} AND visitor_name IS NOT NULL AND network_name <> ''"
                " THEN network_name END)"
                for measure in table.measures
            ),
        }
        width = 1 + len(names)
        networks = {row[:width]: row[width:] for row in self.engine.rows(NETWORKS.format(**part))}
        for row in self.engine.rows(SUMS.format(**part)):
            place = (row[0], name, label(row[1:width]))
            for number, measure in enumerate(table.measures):
                total, visitors, largest = row[width + 3 * number : width + 3 * number + 3]
                if total > 0:
                    known = min(networks[row[:width]][number], NETWORK_LIMIT)
                    counts.tally[(*place, measure)] = (total, visitors, known, largest)
        for quantity in table.quantities:
            self.count_bins(name, table, names, quantity, counts)

    def count_bins(self, name: str, table: Table, names: list[str], quantity: str, counts: Counts) -> None:
        has_value, value = VALUES[quantity]
        valued = NAMED.format(
            labels=", ".join(f"{expression} AS {name}" for expression, name in zip(table.labels, names)),
            amounts=f"CAST({value} AS BIGINT) AS value",
            rows=f"{table.rows} AND {has_value} = 1",
        )
        query = BINS.format(names=", ".join(names), bin=BIN, valued=valued)
        found: dict[tuple[str, str, str, str], list[tuple[int, ...]]] = defaultdict(list)
        for row in self.engine.rows(query):
            place = (row[0], name, label(row[1 : 1 + len(names)]), quantity)
            found[place].append(tuple(int(number) for number in row[1 + len(names) :]))
        for place, bins in found.items():
            if sum(lowest for _, _, lowest, _, _ in bins) >= K:
                whole = sum(bin[4] for bin in bins)
                counts.distributions[place] = (whole, tuple(sorted(bin[:4] for bin in bins)))


def amount(table: Table, measure: str) -> str:
    """Robots make hits too, in tables of their own."""
    return "m_hits_or_robots" if measure == "hits" and table.is_declared else f"m_{measure}"


def contributes(measure: str) -> str:
    """A visitor counts once, with the networks of all visits."""
    return "a_people >= 0" if measure == "people" else f"a_{measure} > 0"


def count_steps(steps: list[Step], exact: set[tuple[str, str]] | None, tally: Tally) -> None:
    people: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    networks: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(step: Step, start: str, end: str) -> None:
        place = step.epoch, label((start, end))
        people[place][step.who] += step.count
        if step.net:
            networks[place].add(step.net)

    for step in steps:
        place = step.epoch, label((step.start, step.end))
        if exact is None or place in exact:
            add(step, step.start, step.end)
            continue
        if step.start != RARE:
            add(step, step.start, RARE)
        if step.end != RARE:
            add(step, RARE, step.end)
    for (epoch, pair), amounts in people.items():
        is_rare = RARE in pair.split("\t")
        if exact is None and (is_rare or len(amounts) < K):
            continue
        tally[epoch, "transitions", pair, "earlier_views"] = (
            sum(amounts.values()),
            len(amounts),
            min(len(networks[epoch, pair]), NETWORK_LIMIT),
            max(amounts.values()),
        )


def steps_to_tell(steps: list[Step]) -> set[tuple[str, str]]:
    """The transitions that enough people are behind, so that they must be told apart."""
    people: dict[tuple[str, str], set[str]] = defaultdict(set)
    for step in steps:
        if RARE not in (step.start, step.end):
            people[step.epoch, label((step.start, step.end))].add(step.who)
    return {place for place, known in people.items() if len(known) >= K}


def without_empty_tables(counts: Counts) -> Counts:
    """A column that nobody filled makes no table."""
    filled = {(cell[0], cell[1]) for cell in counts.tally if cell[2].split("\t")[-1] != "(none)"}
    filled |= {(cell[0], cell[1]) for cell in counts.tally if cell[1] in TABLES and TABLES[cell[1]].is_declared}
    return Counts(*({cell: value for cell, value in part.items() if cell[:2] in filled} for part in counts))
