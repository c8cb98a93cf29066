"""What each table counts, in SQL: the definitions, written a second time.

A table is a condition on rows of `facts`, one or two expressions that label a row, and the measures. Labels are texts.
"""

from typing import NamedTuple


class Table(NamedTuple):
    rows: str
    """Which rows are counted."""
    labels: tuple[str, ...]
    measures: tuple[str, ...]
    quantities: tuple[str, ...] = ()
    is_declared: bool = False
    """Whether it is told although no row has a value."""


REQUESTS, EVENTS, VIEWS, STEPS = "m_hits = 1", "m_events = 1", "m_page_views = 1", "m_earlier_views = 1"
PEOPLE = "m_records = 1"
FILES = "is_file = 1"
MISSING = "m_hits = 1 AND coalesce(status, 0) = 404"
TIMED = "m_timed_hits = 1"
VISITS = "m_visits = 1"

TIMES = ("request_time", "timed_hits", "untimed_hits")
OF_TOTALS = (
    "hits", "page_views", "visits", "bytes", "bounces", "visit_time", "events", "other_hits", "later_views",
    "longer_visits", "other_successes", *TIMES,
)  # fmt: skip

PATH = "coalesce(path, '(none)')"
REFERRER = (
    "CASE WHEN coalesce(referrer_kind, '') = 'internal' THEN '(internal)'"
    " WHEN referrer_domain IS NULL AND referrer_kind IS NOT NULL THEN '(unnamed)'"
    " ELSE coalesce(referrer_domain, '(none)') END"
)
STATUS = "CASE WHEN coalesce(status, 0) BETWEEN 100 AND 999 THEN CAST(status AS VARCHAR) ELSE '(none)' END"
CAMPAIGN = (
    "concat(coalesce(utm_source, '(none)'), ' / ', coalesce(utm_medium, '(none)'), ' / ',"
    " coalesce(utm_campaign, '(none)'))"
)
HAS_CAMPAIGN = "(utm_source IS NOT NULL OR utm_medium IS NOT NULL OR utm_campaign IS NOT NULL)"
MONITORS = (
    "'Amazon Route 53', 'AppInsights', 'Better Uptime', 'Catchpoint', 'Checkly', 'Datadog', 'Dynatrace',"
    " 'ELB-HealthChecker', 'Freshping', 'GomezAgent', 'GoogleHC', 'Grafana', 'HetrixTools', 'Icinga', 'Monitis',"
    " 'Nagios', 'Neustar WPM', 'New Relic', 'NodePing', 'PRTG', 'Pingdom', 'Prometheus', 'Site24x7', 'StatusCake',"
    " 'Uptime', 'Uptime-Kuma', 'UptimeRobot', 'Zabbix', 'kube-probe'"
)
ROBOT = "coalesce(robot_name, '(none)')"


def text(column: str) -> str:
    return f"coalesce({column}, '(none)')"


def bins(value: str, *lower: int) -> str:
    """Whole numbers in bins, each from one bound up to the next."""
    arms = []
    for start, end in zip(lower, lower[1:]):
        label = str(start) if end == start + 1 else f"{start}-{end - 1}"
        arms.append(f"WHEN {value} < {end} THEN '{label}'")
    return f"CASE {' '.join(arms)} ELSE '{lower[-1]}-' END"


def two_digits(number: str) -> str:
    return f"CASE WHEN {number} < 10 THEN concat('0', CAST({number} AS VARCHAR)) ELSE CAST({number} AS VARCHAR) END"


def clients(column: str, *measures: str) -> Table:
    return Table(REQUESTS, (text(column),), ("hits", *measures))


def with_value(rows: str, column: str, *measures: str) -> Table:
    return Table(f"{rows} AND {column} IS NOT NULL", (text(column),), measures)


BLOCK = "(local_hour - local_hour % 3)"

TABLES = {
    "totals": Table(PEOPLE, ("'all'",), OF_TOTALS, ("request_duration", "visit_duration")),
    "hours": Table(REQUESTS, (two_digits("local_hour"),), ("hits", "page_views", "bytes", "other_hits")),
    "hour_blocks": Table(
        REQUESTS,
        (f"concat({two_digits(BLOCK)}, '-', {two_digits(f'({BLOCK} + 2)')})",),
        ("hits", "page_views", "bytes", "other_hits"),
    ),
    "memberships": Table(
        REQUESTS,
        ("CASE WHEN member_flag = 1 THEN 'member' ELSE 'guest' END",),
        ("hits", "page_views", "visits", "other_hits", "later_views"),
    ),
    "visits_per_visitor": Table(
        f"{VISITS} AND who IS NOT NULL",
        (bins("visits_of_visitor", 1, 2, 3, 4, 6, 11),),
        ("people",),
    ),
    "pages": Table(VIEWS, (PATH,), ("page_views", "bytes", *TIMES), ("request_duration",)),
    "hosts": Table(
        REQUESTS, (text("host"),), ("hits", "page_views", "bytes", "other_hits", *TIMES), ("request_duration",)
    ),
    "file_types": Table(FILES, ("extension",), ("hits", "bytes")),
    "static_files": Table(FILES, ("extension", PATH), ("hits", "bytes")),
    "methods": clients("method"),
    "protocols": clients("protocol"),
    "tls_versions": clients("tls"),
    "mime_types": clients("mime"),
    "cache_statuses": clients("cache"),
    "status_codes": Table(REQUESTS, (STATUS,), ("hits", "bytes")),
    "response_sizes": Table(
        REQUESTS,
        (
            "CASE WHEN coalesce(bytes, -1) < 0 THEN '(none)'"
            f" ELSE {bins('bytes', 0, 1, *(4**power for power in range(5, 17)))} END",
        ),
        ("hits",),
    ),
    "response_times": Table(
        TIMED,
        (bins("duration_us", 0, 1_000, 10_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000),),
        ("hits",),
    ),
    "not_found_pages": Table(MISSING, (PATH,), ("hits",)),
    "not_found_referrers": Table(MISSING, (PATH, REFERRER), ("hits",)),
    "visit_durations": Table(VISITS, (bins("span", 0, 10, 30, 60, 180, 600, 1800),), ("visits", "longer_visits")),
    "visit_lengths": Table(VISITS, (bins("views_of_visit", 1, 2, 3, 4, 6, 11, 21),), ("visits",)),
    "entry_pages": Table(VIEWS, (PATH,), ("visits", "bounces", "later_views", "longer_visits")),
    "exit_pages": Table(VIEWS, (PATH,), ("exits", "earlier_views")),
    "viewing_times": Table(VIEWS, (PATH,), ("earlier_views", "viewing_time", "exits"), ("viewing_time",)),
    "referrer_kinds": Table(VIEWS, (text("referrer_kind"),), ("page_views", "visits", "later_views")),
    "referrers": Table(VIEWS, (text("referrer_kind"), REFERRER), ("page_views",)),
    "keywords": with_value(VIEWS, "keyword", "page_views"),
    "campaigns": Table(f"{VIEWS} AND {HAS_CAMPAIGN}", (CAMPAIGN,), ("page_views", "visits", "later_views")),
    "search_words": with_value(VIEWS, "search_words", "page_views"),
    "browsers": clients("browser", "visits", "further_hits"),
    "browser_versions": Table(
        REQUESTS,
        (
            text("browser"),
            "CASE WHEN coalesce(browser_major, -1) BETWEEN 0 AND 9999 THEN CAST(browser_major AS VARCHAR)"
            " ELSE '(none)' END",
        ),
        ("hits",),
    ),
    "operating_systems": clients("os"),
    "device_classes": clients("device_class"),
    "terminals": clients("terminal"),
    "languages": clients("language"),
    "countries": clients("country", "page_views", "other_hits"),
    "regions": Table(REQUESTS, (text("country"), text("region")), ("hits",)),
    "postal_areas": with_value(PEOPLE, "postal_area", "records"),
    "age_bands": with_value(PEOPLE, "age_band", "records"),
    "genders": with_value(PEOPLE, "gender", "records"),
    "occupations": with_value(PEOPLE, "occupation", "records"),
    "app_events": Table(EVENTS, (text("name"),), ("events",)),
    "app_event_versions": Table(EVENTS, (text("name"), text("app_version")), ("events",)),
    "app_event_platforms": Table(EVENTS, (text("name"), text("platform")), ("events",)),
    "screens": with_value(EVENTS, "screen", "events"),
    "clicks": with_value(PEOPLE, "element", "records"),
    "app_versions": Table(EVENTS, (text("app_version"),), ("events",)),
    "platforms": Table(EVENTS, (text("platform"),), ("events",)),
    "app_statuses": Table(EVENTS, (text("app_status"),), ("events",)),
    "robots": Table(f"is_robot = 1 AND {ROBOT} NOT IN ({MONITORS})", (ROBOT,), ("hits", "bytes"), is_declared=True),
    "monitors": Table(f"is_robot = 1 AND {ROBOT} IN ({MONITORS})", (ROBOT,), ("hits", "bytes"), is_declared=True),
}

VALUES = {
    "request_duration": ("m_timed_hits", "duration_us"),
    "visit_duration": ("m_visits", "span"),
    "viewing_time": ("m_earlier_views", "viewing"),
}
"""By quantity, the rows that have a value, and the value."""
