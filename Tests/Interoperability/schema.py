"""The columns of a partition as they are documented."""

TIME, TEXT, PSEUDONYM, INT32, INT64, BOOLEAN = "time", "text", "pseudonym", "int32", "int64", "boolean"

COLUMNS = {
    "time": TIME,
    "kind": TEXT,
    "name": TEXT,
    "visitor": PSEUDONYM,
    "network": PSEUDONYM,
    "device": PSEUDONYM,
    "tie": INT32,
    "visit": INT64,
    "seq": INT32,
    "resolution": TEXT,
    "member": BOOLEAN,
    "page_view": BOOLEAN,
    "robot": BOOLEAN,
    "method": TEXT,
    "host": TEXT,
    "path": TEXT,
    "protocol": TEXT,
    "tls": TEXT,
    "mime": TEXT,
    "cache": TEXT,
    "status": INT32,
    "bytes": INT64,
    "duration_us": INT64,
    "referrer_domain": TEXT,
    "referrer_kind": TEXT,
    "keyword": TEXT,
    "utm_source": TEXT,
    "utm_medium": TEXT,
    "utm_campaign": TEXT,
    "search_words": TEXT,
    "browser": TEXT,
    "os": TEXT,
    "device_class": TEXT,
    "robot_name": TEXT,
    "language": TEXT,
    "country": TEXT,
    "region": TEXT,
    "app_version": TEXT,
    "platform": TEXT,
    "terminal": TEXT,
    "app_status": TEXT,
    "screen": TEXT,
    "element": TEXT,
    "postal_area": TEXT,
    "age_band": TEXT,
    "gender": TEXT,
    "occupation": TEXT,
    "address": TEXT,
    "browser_major": INT32,
}

REQUIRED = {"time", "kind", "resolution", "member", "page_view", "robot"}

FREE_TEXTS = [
    "name",
    "host",
    "path",
    "referrer_domain",
    "keyword",
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "search_words",
    "terminal",
    "app_status",
    "screen",
    "element",
    "postal_area",
]
"""What strangers wrote; in a closed day every value of these was seen from at least ten visitors or is `(rare)`."""

WITHOUT_STATISTICS = {"visitor", "network", "device", "tie", "visit", "seq", "address", *FREE_TEXTS}
"""Columns whose least and greatest value must not stand in the clear in the footer."""


def is_summed(name: str) -> bool:
    """Whether the sum of a column says something; that of `visit`, which is random, fits in no integer."""
    return COLUMNS[name] in (INT32, INT64, BOOLEAN) and name != "visit"
