"""Writes a small database of places in the MMDB format (<https://maxmind.github.io/MaxMind-DB/>)."""

from ipaddress import IPv4Network
from pathlib import Path

PLACES = {
    "198.18.0.0/18": ("DE", "SN"),
    "198.18.64.0/18": ("DE", "BE"),
    "198.19.0.0/18": ("KR", "11"),
    "198.19.64.0/18": ("JP", None),
}

RECORD = 3
"""Bytes of each of the two records of a node."""


def write(path: Path) -> None:
    data, offsets = bytearray(), {}
    for network, (country, region) in PLACES.items():
        offsets[network] = len(data)
        place = {"country": {"iso_code": country}}
        if region:
            place["subdivisions"] = [{"iso_code": region}]
        data += encode(place)
    nodes: list[list[int | str | None]] = [[None, None]]
    for network in PLACES:
        insert(nodes, IPv4Network(network), network)
    count = len(nodes)
    tree = bytearray()
    for node in nodes:
        for record in node:
            value = count if record is None else record
            tree += (count + 16 + offsets[value] if isinstance(value, str) else value).to_bytes(RECORD, "big")
    metadata = {
        "binary_format_major_version": 2,
        "binary_format_minor_version": 0,
        "build_epoch": 1_700_000_000,
        "database_type": "Places",
        "description": {"en": "Places of the checks"},
        "ip_version": 4,
        "languages": ["en"],
        "node_count": count,
        "record_size": 8 * RECORD,
    }
    path.write_bytes(bytes(tree) + bytes(16) + bytes(data) + b"\xab\xcd\xefMaxMind.com" + encode(metadata))


def insert(nodes: list[list[int | str | None]], network: IPv4Network, value: str) -> None:
    node = 0
    for depth in range(network.prefixlen):
        bit = int(network.network_address) >> (31 - depth) & 1
        if depth == network.prefixlen - 1:
            nodes[node][bit] = value
            return
        if nodes[node][bit] is None:
            nodes.append([None, None])
            nodes[node][bit] = len(nodes) - 1
        node = nodes[node][bit]


def encode(value: dict | list | str | int) -> bytes:
    match value:
        case dict():
            parts = [encode(part) for item in value.items() for part in item]
            return bytes([7 << 5 | len(value)]) + b"".join(parts)
        case list():
            return bytes([len(value), 4]) + b"".join(map(encode, value))
        case str():
            text = value.encode()
            # Up to 28 bytes the length stands in the first byte; behind 29 lies what is more than 29.
            head = bytes([2 << 5 | len(text)]) if len(text) < 29 else bytes([2 << 5 | 29, len(text) - 29])
            return head + text
        case int():
            return bytes([6 << 5 | 4]) + value.to_bytes(4, "big")
