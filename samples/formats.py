#!/usr/bin/env python3
"""Writes one small log for each format that Footfall reads, always the same bytes, into the folder formats/.

    ./formats.py

Nobody's log was used. Addresses are those of RFC 5737, RFC 3849 and RFC 7042, names those of RFC 2606. Most formats tell
of the same nine requests, as the server of that format would write them; each log has something odd at its end, such as
a greeting in another protocol or a line that was cut, since real logs have, too.
"""

import dataclasses
import datetime
import json
import os

UTC = datetime.timezone.utc
SEOUL = datetime.timezone(datetime.timedelta(hours=9))
START = datetime.datetime(2026, 3, 2, 8, 59, 57, 120000, tzinfo=SEOUL)
HOST = "tea.example.com"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1"


@dataclasses.dataclass
class Hit:
    """A request and its answer; None is what the client did not send."""

    number: int
    client: str
    method: str
    target: str
    status: int
    size: int
    seconds: float
    referrer: str | None = None
    agent: str | None = None
    user: str | None = None
    forwarded: str | None = None
    protocol: str = "HTTP/1.1"

    @property
    def time(self):
        return START + datetime.timedelta(milliseconds=1317 * self.number)

    @property
    def request(self):
        return f"{self.method} {self.target} {self.protocol}"

    @property
    def path(self):
        return self.target.partition("?")[0]

    @property
    def query(self):
        return self.target.partition("?")[2]

    @property
    def port(self):
        return 40000 + 137 * self.number

    @property
    def peer(self):
        return f"[{self.client}]:{self.port}" if ":" in self.client else f"{self.client}:{self.port}"

    @property
    def identifier(self):
        return f"{0x5eed0000 + 40503 * self.number:032x}"


HITS = [
    Hit(0, "192.0.2.10", "GET", "/", 200, 14200, 0.012, None, FIREFOX, protocol="HTTP/2.0"),
    Hit(1, "192.0.2.10", "GET", "/static/shop.css?v=8c1f", 304, 0, 0.001, f"https://{HOST}/", FIREFOX, protocol="HTTP/2.0"),
    Hit(2, "198.51.100.23", "GET", "/search?q=green+tea&page=2", 200, 6931, 0.148, "https://forum.example.org/t/7?a=1&b=2", PHONE,
        forwarded="203.0.113.8, 198.51.100.23"),
    Hit(3, "2001:db8:4:1::9", "POST", "/cart", 303, 0, 0.037, f"https://{HOST}/teas/green", PHONE),
    Hit(4, "203.0.113.77", "GET", "/account/orders/40177", 200, 3912, 0.066, None, FIREFOX, user="jane"),
    Hit(5, "198.51.100.9", "HEAD", "/robots.txt", 200, 0, 0.0, None, "curl/8.14.1"),
    Hit(6, "203.0.113.5", "GET", "/teas/%EB%85%B9%EC%B0%A8", 404, 1730, 0.004, None, 'Reader "Nine" \\ test'),
    Hit(7, "192.0.2.200", "OPTIONS", "/api/stock", 204, 0, 0.002),
    Hit(8, "2001:db8:4:1::9", "GET", "/offers", 502, 166, 30.001, f"https://{HOST}/cart", PHONE, protocol="HTTP/1.0"),
]


def plain(value):
    return "-" if value is None else str(value)


def escaped(value):
    """As Apache escapes what a client sent."""
    return plain(value).replace("\\", "\\\\").replace('"', '\\"')


def hex_escaped(value):
    """As nginx escapes it."""
    return plain(value).replace("\\", "\\x5C").replace('"', "\\x22")


def clf(time):
    return time.strftime("%d/%b/%Y:%H:%M:%S %z")


def iso(time, digits=3):
    text = time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    return text[: 20 + digits].rstrip(".") + "Z"


def milliseconds(hit):
    return round(hit.seconds * 1000)


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


# NCSA


def common(hit, nothing="-"):
    """Apache writes - for an answer without a body, nginx 0."""
    return f'{hit.client} - {plain(hit.user)} [{clf(hit.time)}] "{hit.request}" {hit.status} {hit.size or nothing}'


def combined(hit):
    return f'{common(hit)} "{escaped(hit.referrer)}" "{escaped(hit.agent)}"'


def nginx_combined(hit):
    return f'{common(hit, "0")} "{hex_escaped(hit.referrer)}" "{hex_escaped(hit.agent)}"'


def write_ncsa():
    time = clf(START + datetime.timedelta(seconds=20))
    write("common", [*map(common, HITS), f'192.0.2.66 - - [{time}] "\\x16\\x03\\x01" 400 226', common(HITS[0])[:40]])
    write("combined", [
        *map(combined, HITS), f'192.0.2.66 - - [{time}] "-" 408 - "-" "-"',
        f'192.0.2.67 - jane doe [{time}] "GET /?q="tea" HTTP/1.1" 200 12 "-" "curl/8.14.1"', combined(HITS[2])[:120],
    ])
    write("vhost_combined", [
        *(f"{HOST}:443 {combined(hit)}" for hit in HITS), f"www.example.net {combined(HITS[5])}",
        f'[2001:db8::80]:80 192.0.2.66 - - [{time}] "\\x16\\x03" 400 0 "-" "-"',
    ])
    write("vhost_extra", [
        *(f'{HOST}:80 {combined(hit)} "{plain(hit.forwarded)}"' for hit in HITS),
        f'www.example.net 192.0.2.66 - - [{time}] "\\x16\\x03" 400 0', f"{HOST} {common(HITS[5])} 0.002",
    ])
    write("apache_ssl", [
        *(f'[{clf(hit.time)}] {hit.client} TLSv1.3 TLS_AES_128_GCM_SHA256 "{hit.request}" {hit.size or "-"}' for hit in HITS),
        f'[{time}] 192.0.2.66 - - "-" -',
    ])
    write("combined_extra", [
        *(f'{combined(hit)} "{plain(hit.forwarded)}" {hit.seconds:.3f} {HOST}' for hit in HITS),
        f'192.0.2.66 - - [{time}] "" 400 0 "-" "-" "-" 0.000 "_"',
    ])
    write("forwarded_combined", [
        *(f'{plain(hit.forwarded)} {combined(hit)}' for hit in HITS),
        f'203.0.113.8, 10.0.0.1, 10.0.0.2 192.0.2.66 - - [{time}] "" 400 0 "-" "-"',
    ])
    write("tomcat", [
        *(f"{common(hit)} {milliseconds(hit)} http-nio-8080-exec-{hit.number % 3 + 1}" for hit in HITS),
        f'192.0.2.66 - - [{time}] "-" 400 - 0 http-nio-8080-exec-9',
    ])


# W3C


def plus(value):
    return plain(value).replace(" ", "+")


def write_w3c():
    server = "198.51.100.80"
    lines = [
        "#Software: Microsoft Internet Information Services 10.0", "#Version: 1.0", "#Date: 2026-03-01 23:59:57",
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) "
        "sc-status sc-substatus sc-win32-status time-taken",
    ]
    for hit in HITS[:5]:
        time = hit.time.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
        lines.append(
            f"{time} {server} {hit.method} {hit.path} {hit.query or '-'} 443 {plain(hit.user)} {hit.client} {plus(hit.agent)} "
            f"{plus(hit.referrer)} {hit.status} 0 0 {milliseconds(hit)}")
    lines += ["#Date: 2026-03-02 00:00:03", "#Fields: time c-ip cs-method cs-uri-stem sc-status sc-bytes cs-host X-Forwarded-For"]
    for hit in HITS[5:]:
        lines.append(f"{hit.time.astimezone(UTC):%H:%M:%S} {hit.client} {hit.method} {hit.path} {hit.status} {hit.size} {HOST} -")
    write("w3c", [*lines, "00:00:12 192.0.2.66 GET /cut"])


    write("iis", [
        *(f"{hit.time.astimezone(UTC):%Y-%m-%d %H:%M:%S} {server} {hit.method} {hit.path} {hit.query or '-'} 443 {plain(hit.user)} "
          f"{hit.client} {plus(hit.agent)} {plus(hit.referrer)} {hit.status} 0 0 {milliseconds(hit)}" for hit in HITS),
        f"2026-03-02 00:00:12 W3SVC1 WEB-1 {server} GET / - 80 - 192.0.2.66 HTTP/1.1 - - - {HOST} 400 0 0 123 456 0",
        f"2026-03-02 00:00:13 {server} GET /cut - 443 - 192.0.2.66",
    ])


# Clouds


def write_amazon():
    def alb(hit):
        https = f"https://{HOST}:443{hit.target}"
        return (
            f"h2 {iso(hit.time, 6)} app/tea/50dc6c495c0c9188 {hit.peer} 10.0.0.1:80 0.000 {hit.seconds:.3f} 0.000 {hit.status} {hit.status} 34 {hit.size} "
            f'"{hit.method} {https} {hit.protocol}" "{escaped(hit.agent)}" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 '
            f"arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/tea/73e2d6bc24d8a067 "
            f'"Root=1-58337262-{hit.number:024x}" "{HOST}" "session-reused" 0 {iso(hit.time, 6)} "forward" "-" "-" "10.0.0.1:80" '
            f'"{hit.status}" "-" "-"')

    odd = HITS[8]
    write("aws_alb", [
        *(alb(hit) for hit in HITS),
        f"http {iso(odd.time, 6)} app/tea/50dc6c495c0c9188 192.0.2.66:4123 - -1 -1 -1 400 - 0 272 "
        f'"- http://{HOST}:80- -" "-" - - - "-" "-" "-" - {iso(odd.time, 6)} "-" "-" "-" "-" "-" "-" "-"',
    ])

    def elb(hit):
        return (
            f"{iso(hit.time, 6)} tea {hit.peer} 10.0.0.1:80 0.000073 {hit.seconds:.6f} 0.000057 {hit.status} "
            f'{hit.status} 0 {hit.size} "{hit.method} http://{HOST}:80{hit.target} HTTP/1.1"')

    write("aws_elb", [
        *(f'{elb(hit)} "{escaped(hit.agent)}" - -' for hit in HITS[:7]), elb(HITS[7]),
        f'{iso(odd.time, 6)} tea 192.0.2.66:4123 - -1 -1 -1 408 0 0 0 "- - - " "-" - -',
    ])

    def s3(hit, operation, key, request, error="-"):
        return (
            f"79a59df900b949e5 tea-images [{clf(hit.time.astimezone(UTC))}] {hit.client} {plain(hit.user)} {hit.number:X}7EXAMPLE "
            f'{operation} {key} {request} {hit.status} {error} {hit.size or "-"} {hit.size or "-"} {milliseconds(hit)} 9 '
            f'"{escaped(hit.referrer)}" "{escaped(hit.agent)}" - aBcD/eF= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader '
            f"tea-images.s3.eu-central-1.amazonaws.com TLSv1.2 - -")

    write("aws_s3", [
        *(s3(hit, f"REST.{hit.method}.OBJECT", hit.path[1:] or "-", f'"{hit.request}"', "NoSuchKey" if hit.status == 404 else "-")
          for hit in HITS),
        f"79a59df900b949e5 tea-images [{clf(odd.time.astimezone(UTC))}] - AmazonS3 0AEXAMPLE S3.EXPIRE.OBJECT images/pot.webp - - "
        "- - 60400 - - - - - aBcD/eF= - - - tea-images.s3.amazonaws.com - - -",
    ])

    def cloudfront(hit):
        agent = plain(hit.agent).replace("\\", "%255C").replace('"', "%2522").replace(" ", "%2520")
        return "\t".join(map(str, [
            *hit.time.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S").split(), "ICN51-C1", hit.size, hit.client, hit.method,
            "d111111abcdef8.cloudfront.example", hit.path, hit.status, plain(hit.referrer), agent, hit.query or "-", "-", "Hit",
            hit.identifier, HOST, "https", 312, f"{hit.seconds:.3f}", plain(hit.forwarded and hit.forwarded.replace(" ", "%20")), "TLSv1.3",
            "TLS_AES_128_GCM_SHA256", "Hit", hit.protocol, "-", "-", hit.port, f"{hit.seconds:.3f}", "Hit", "text/html", hit.size, "-", "-",
        ]))

    write("cloudfront", [*map(cloudfront, HITS), cloudfront(HITS[5]).replace("\tHEAD\t", "\t-\t", 1)])


def write_cloud_json():
    def cloudflare(hit):
        return compact({
            "CacheCacheStatus": "hit" if hit.status == 304 else "dynamic", "ClientASN": 64496, "ClientCountry": "kr",
            "ClientIP": hit.client, "ClientRequestHost": HOST, "ClientRequestMethod": hit.method, "ClientRequestPath": hit.path,
            "ClientRequestProtocol": hit.protocol, "ClientRequestReferer": hit.referrer or "", "ClientRequestURI": hit.target,
            "ClientRequestUserAgent": hit.agent or "", "ClientSSLProtocol": "TLSv1.3", "EdgeEndTimestamp": iso(hit.time, 0),
            "EdgeResponseBytes": hit.size, "EdgeResponseContentType": "text/html", "EdgeResponseStatus": hit.status,
            "EdgeStartTimestamp": int(hit.time.timestamp() * 1e9) if hit.number % 2 else iso(hit.time, 0),
            "EdgeTimeToFirstByteMs": milliseconds(hit), "RayID": hit.identifier[-16:],
        })

    write("cloudflare", [*map(cloudflare, HITS), cloudflare(HITS[5])[:90]])

    def google(hit):
        request = {
            "requestMethod": hit.method, "requestUrl": f"https://{HOST}{hit.target}", "requestSize": "312", "status": hit.status,
            "responseSize": str(hit.size), "userAgent": hit.agent, "remoteIp": hit.client, "referer": hit.referrer,
            "serverIp": "10.0.0.1", "latency": f"{hit.seconds:.6f}s", "protocol": hit.protocol,
        }
        return compact({
            "httpRequest": {key: value for key, value in request.items() if value is not None},
            "insertId": hit.identifier[-12:],
            "jsonPayload": {"@type": "type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry",
                            "statusDetails": "response_sent_by_backend"},
            "logName": "projects/tea/logs/requests", "receiveTimestamp": iso(hit.time + datetime.timedelta(seconds=1), 6),
            "resource": {"labels": {"zone": "global"}, "type": "http_load_balancer"}, "severity": "INFO",
            "timestamp": iso(hit.time, 6),
        })

    write("gcp_lb", [*map(google, HITS), google(HITS[5]).replace('"status":200', '"status":"ok"')])


# Proxies


def write_proxies():
    def haproxy(hit):
        captured = f" {{{HOST}|{plain(hit.agent)}}} {{}}" if hit.agent and '"' not in hit.agent else ""
        local = hit.time.strftime("%d/%b/%Y:%H:%M:%S.") + f"{hit.time.microsecond // 1000:03}"
        return (
            f"{hit.client}:{hit.port} [{local}] web~ shop/s{hit.number % 2 + 1} 0/0/1/{milliseconds(hit)}/{milliseconds(hit) + 1} "
            f'{hit.status} {hit.size} - - ---- 3/3/1/1/0 0/0{captured} "{hit.request}"')

    write("haproxy", [
        *map(haproxy, HITS),
        '192.0.2.66:4123 [02/Mar/2026:09:00:11.004] web~ web/<NOSRV> -1/-1/-1/-1/+5000 408 212 - - cR-- 2/2/0/0/0 0/0 "<BADREQ>"',
        "-:4125 [02/Mar/2026:09:00:11.900] web~ shop/s1 www.example.net 0/0/1/4/5 200 312 - - ---- 3/3/1/1/0 0/0 \"GET /cart HTTP/1.1\"",
        "192.0.2.67:4126 [02/Mar/2026:09:00:12.100] tcp shop/s1 0/0/5007 212 -- 3/3/1/1/0 0/0",
        "192.0.2.66:4124 [02/Mar/2026:09:00:12.500] web/1: SSL handshake failure",
    ])

    def squid(hit):
        return (
            f"{hit.time.timestamp():.3f} {milliseconds(hit):6} {hit.client} TCP_MISS/{hit.status:03} {hit.size} {hit.method} "
            f"http://{HOST}{hit.target} {plain(hit.user)} HIER_DIRECT/198.51.100.80 text/html")

    write("squid", [
        *map(squid, HITS), "1772409611.004   5004 192.0.2.66 NONE_NONE/000 0 - error:transaction-end-before-headers - HIER_NONE/- -",
        "1772409612.500      0 192.0.2.67 TCP_TUNNEL/200 3914 CONNECT tea.example.com:443 jane HIER_DIRECT/198.51.100.80 -",
    ])

    def traefik(hit):
        return (
            f'{hit.client} - {plain(hit.user)} [{clf(hit.time.astimezone(UTC))}] "{hit.request}" {hit.status} {hit.size} '
            f'"{plain(hit.referrer)}" "{escaped(hit.agent)}" {hit.number + 1} "shop@docker" "http://10.0.0.1:80" {milliseconds(hit)}ms')

    odd = clf(START.astimezone(UTC))
    write("traefik", [*map(traefik, HITS), f'192.0.2.66 - - [{odd}] "GET / HTTP/1.1" 404 19 "-" "-" 10 "-" "-" 0ms'])

    def traefik_json(hit):
        entry = {
            "ClientAddr": hit.peer,
            "ClientHost": hit.client, "ClientPort": str(hit.port), "ClientUsername": plain(hit.user), "DownstreamContentSize": hit.size,
            "DownstreamStatus": hit.status, "Duration": round(hit.seconds * 1e9), "OriginStatus": hit.status, "Overhead": 51000,
            "RequestAddr": HOST, "RequestHost": HOST, "RequestMethod": hit.method, "RequestPath": hit.target,
            "RequestProtocol": hit.protocol, "RouterName": "shop@docker", "StartUTC": iso(hit.time, 6), "TLSVersion": "1.3",
            "level": "info", "msg": "", "request_User-Agent": hit.agent, "request_Referer": hit.referrer,
            "request_X-Forwarded-For": hit.forwarded, "time": iso(hit.time, 0),
        }
        return compact({key: value for key, value in entry.items() if value is not None})

    write("traefik_json", [*map(traefik_json, HITS), traefik_json(HITS[5])[:-30]])

    def caddy(hit):
        headers = {"User-Agent": hit.agent, "Referer": hit.referrer, "X-Forwarded-For": hit.forwarded, "Accept-Language": "ko,en;q=0.7"}
        return compact({
            "level": "info", "ts": round(hit.time.timestamp(), 6), "logger": "http.log.access.log0", "msg": "handled request",
            "request": {
                "remote_ip": hit.client, "remote_port": str(hit.port), "client_ip": hit.client, "proto": hit.protocol,
                "method": hit.method, "host": HOST, "uri": hit.target,
                "headers": {key: [value] for key, value in headers.items() if value},
                "tls": {"resumed": False, "version": 772, "cipher_suite": 4865, "proto": "h2", "server_name": HOST},
            },
            "bytes_read": 0, "user_id": hit.user or "", "duration": hit.seconds, "size": hit.size, "status": hit.status,
            "resp_headers": {"Server": ["Caddy"], "Content-Type": ["text/html; charset=utf-8"]},
        })

    write("caddy", [
        '{"level":"info","ts":1772409590.5,"logger":"tls","msg":"finished cleaning storage units"}', *map(caddy, HITS),
        caddy(HITS[5])[:200],
    ])


def write_envoy():
    def envoy(hit):
        return (
            f'[{iso(hit.time)}] "{hit.request.replace("2.0", "2")}" {hit.status} - 0 {hit.size} {milliseconds(hit)} '
            f'{max(milliseconds(hit) - 1, 0)} "{plain(hit.forwarded)}" "{plain(hit.agent)}" "{hit.identifier}" "{HOST}" "10.0.0.1:8080"')

    write("envoy", [
        *(envoy(hit) for hit in HITS if hit.number != 6),
        f'[{iso(HITS[8].time)}] "- - -" 0 NR filter_chain_not_found - "-" 0 0 0 - "-" "-" "-" "-" "-" - - 10.0.0.1:443 '
        "192.0.2.66:4123 - -",
        f'[{iso(HITS[8].time)}] "GET /health HTTP/1.1" 200 - via_upstream - "-" 0 3 2 1 "192.0.2.66,10.0.0.2" "curl/8.14.1" '
        f'"{HITS[8].identifier}" "{HOST}" "10.0.0.1:8080" inbound|8080|| 127.0.0.6:41233 10.0.0.1:8080 10.0.0.2:0 - default',
    ])

    def envoy_json(hit):
        return compact({
            ":authority": HOST, "bytes_received": 0, "bytes_sent": hit.size, "connection_termination_details": None,
            "downstream_local_address": "10.0.0.9:10443",
            "downstream_remote_address": hit.peer,
            "duration": milliseconds(hit), "method": hit.method, "protocol": hit.protocol.replace("2.0", "2"),
            "requested_server_name": HOST, "response_code": hit.status, "response_code_details": "via_upstream",
            "response_flags": "-", "route_name": "httproute/shop/0", "start_time": iso(hit.time), "upstream_cluster": "shop",
            "user-agent": hit.agent, "x-envoy-origin-path": hit.target, "x-forwarded-for": hit.forwarded or hit.client,
            "x-request-id": hit.identifier,
        })

    write("envoy_json", [
        *map(envoy_json, HITS),
        compact({"start_time": iso(HITS[8].time), "method": None, "response_code": 0, "response_flags": "NR",
                 "downstream_remote_address": "192.0.2.66:4123", "duration": 0, "bytes_sent": 0}),
    ])


def write_nginx():
    def ingress(hit):
        return (
            f"{nginx_combined(hit)} 312 {hit.seconds:.3f} "
            f"[shop-web-80] [] 10.0.0.1:80 {hit.size} {hit.seconds:.3f} {hit.status} {hit.identifier}")

    odd = clf(HITS[8].time)
    write("ingress_nginx", [
        *map(ingress, HITS),
        f'192.0.2.66 - - [{odd}] "GET / HTTP/1.1" 502 150 "-" "curl/8.14.1" 78 5.002 [shop-web-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 0 '
        f"0.001, 5.001 502, 502 {HITS[8].identifier}",
        f'192.0.2.66 - - [{odd}] "" 400 0 "-" "-" 0 0.000 [] [] - - - - {HITS[7].identifier}',
    ])

    def manager(hit):
        return (
            f"[{clf(hit.time)}] - {hit.status} {hit.status} - {hit.method} https {HOST} \"{hit.target}\" [Client {hit.client}] "
            f"[Length {hit.size}] [Gzip -] [Sent-to 10.0.0.1] \"{hex_escaped(hit.agent)}\" \"{hex_escaped(hit.referrer)}\"")

    write("nginx_proxy_manager", [
        *map(manager, HITS),
        f'[{odd}] 404 - GET http localhost "/" [Client 192.0.2.66] [Length 552] [Gzip 1.92] "curl/8.14.1" "-"',
        f'[{odd}] 400 - - http localhost-nginx-proxy-manager "-" [Client 192.0.2.66] [Length 154] [Gzip -] "-" "-"',
    ])

    def nginx_json(hit):
        return compact({
            "time_local": clf(hit.time), "msec": f"{hit.time.timestamp():.3f}", "remote_addr": hit.client,
            "remote_user": hit.user or "", "request": hit.request, "status": str(hit.status), "body_bytes_sent": str(hit.size),
            "request_time": f"{hit.seconds:.3f}", "http_referer": hit.referrer or "", "http_user_agent": hit.agent or "",
            "http_x_forwarded_for": hit.forwarded or "", "http_host": HOST, "upstream_cache_status": "",
        })

    write("nginx_json", [*map(nginx_json, HITS), nginx_json(HITS[5]).replace("HEAD /robots.txt HTTP/1.1", "\\u0016\\u0003\\u0001")])

    write("nginx_error", [
        "2026/03/02 08:59:50 [notice] 1#1: signal process started",
        '2026/03/02 08:59:58 [error] 22#22: *34 open() "/srv/tea/sale" failed (2: No such file or directory), client: 192.0.2.10, '
        f'server: {HOST}, request: "GET /sale HTTP/2.0", host: "{HOST}", referrer: "https://{HOST}/"',
        "2026/03/02 08:59:59 [info] 22#22: *35 client 198.51.100.23 closed keepalive connection",
        "2026/03/02 09:00:03 [error] 22#22: *36 upstream timed out (110: Connection timed out) while reading response header from "
        f'upstream, client: 2001:db8:4:1::9, server: {HOST}, request: "GET /offers HTTP/1.0", upstream: "http://10.0.0.1:80/offers", '
        f'host: "{HOST}"',
        "2026/03/02 09:00:04 [warn] 22#22: *37 a client request body is buffered to a temporary file /var/cache/nginx/1, "
        f'client: 203.0.113.77, server: , request: "POST /cart HTTP/1.1", host: "{HOST}"',
        "2026/03/02 09:00:05 [crit] 22#22: *38 SSL_do_handshake() failed while SSL handshaking, client: 192.0.2.66, "
        "server: 0.0.0.0:443",
    ])
    write("apache_error", [
        "[Mon Mar 02 08:59:50.100000 2026] [mpm_event:notice] [pid 12:tid 140] AH00489: Apache/2.4.66 configured -- resuming normal "
        "operations",
        "[Mon Mar 02 08:59:58.437000 2026] [core:error] [pid 12:tid 141] (36)File name too long: [client 192.0.2.10:40137] AH00036: "
        f"access to /x failed, referer: https://{HOST}/?a=1, 2",
        "[Mon Mar 02 09:00:01.071000 2026] [authz_core:error] [pid 12] [client 2001:db8:4:1::9:40411] AH01630: client denied by "
        "server configuration: /srv/tea/private",
        "[Mon Mar 02 09:00:02 2026] [error] [client 203.0.113.77] File does not exist: /srv/tea/sale",
        "[Mon Mar 02 09:00:03.705000 2026] [ssl:info] [pid 12:tid 142] [client 198.51.100.9:40685] AH01964: Connection to child 3 "
        f"established (server {HOST}:443)",
        "[Mon Mar 02 09:00:05.022000 2026] [proxy:error] [pid 12:tid 142] AH00940: HTTP: disabled connection for (10.0.0.1)",
    ])


# Names and values


def write_named():
    def gelf(hit):
        return compact({
            "version": "1.1", "host": "web-1", "short_message": hit.request, "timestamp": round(hit.time.timestamp(), 3), "level": 6,
            "_remote_addr": hit.client, "_status": hit.status, "_body_bytes_sent": hit.size, "_request_time": hit.seconds,
            "_http_user_agent": plain(hit.agent), "_http_referrer": plain(hit.referrer), "_request": hit.request, "_http_host": HOST,
        })

    write("gelf", [*map(gelf, HITS), gelf(HITS[5]).replace('"timestamp":', '"timestamp":"soon","was":')])

    ecs = HITS[2]
    write("json", [
        *(compact({"time": iso(hit.time), "ip": hit.client, "method": hit.method, "path": hit.path, "query": hit.query,
                   "status": hit.status, "bytes": hit.size, "duration_ms": milliseconds(hit), "user_agent": hit.agent,
                   "referer": hit.referrer}) for hit in HITS[:4]),
        compact({"@timestamp": iso(ecs.time), "client": {"ip": ecs.client}, "http": {
            "request": {"method": ecs.method, "referrer": ecs.referrer}, "response": {"status_code": ecs.status, "body": {"bytes": ecs.size}},
            "version": "1.1"}, "url": {"original": ecs.target, "domain": HOST}, "user_agent": {"original": ecs.agent},
            "event": {"duration": 148000000}}),
        compact({"ts": 1772409603120, "event": "screen_view", "device_id": "device-0001", "screen": "Teas", "app_version": "3.4.1",
                 "platform": "iOS", "locale": "ko-KR", "status": "foreground"}),
        compact({"ts": 1772409604.5, "event": "click", "device_id": "device-0001", "screen": "Teas", "click_target": "add_to_cart",
                 "duration_ms": 3120}),
        compact({"deviceId": "sensor-17", "macAddress": "00:00:5E:00:53:08", "ipAddress": "2001:db8::8%eth0",
                 "timestamp": 1772409605218}),
        compact({"topic": "home/sensor-17", "payload": {"linkquality": 65}, "receivedTimestamp": iso(HITS[8].time)}),
        '{"time":"2026-03-02T00:00:09Z","ip":"192.0.2.66","method":"GET"',
    ])

    def ltsv(hit):
        return "\t".join([
            f"time:[{clf(hit.time)}]", f"host:{hit.client}", f"forwardedfor:{plain(hit.forwarded)}", f"req:{hit.request}",
            f"status:{hit.status}", f"size:{hit.size}", f"reqsize:312", f"referer:{plain(hit.referrer)}", f"ua:{plain(hit.agent)}",
            f"vhost:{HOST}", f"reqtime:{hit.seconds:.3f}", "cache:-"])

    write("ltsv", [*(ltsv(hit) for hit in HITS), ltsv(HITS[5]).replace("HEAD /robots.txt HTTP/1.1", "-"), ltsv(HITS[5])[:60]])

    def quoted(value):
        text = str(value)
        return compact(text) if any(byte in text for byte in ' ="\\') else text

    def logfmt(pairs):
        return " ".join(f"{key}={quoted(value)}" for key, value in pairs.items() if value is not None)

    write("logfmt", [
        *(logfmt({"ts": iso(hit.time), "level": "info", "msg": "request done", "method": hit.method, "uri": hit.target, "status": hit.status,
                  "size": hit.size, "duration": f"{hit.seconds * 1000:g}ms", "remote_addr": hit.client, "user": hit.user,
                  "user_agent": hit.agent, "referer": hit.referrer, "host": HOST}) for hit in HITS),
        logfmt({"ts": iso(HITS[8].time), "event": "login", "device_id": "device-0002", "platform": "Android 16"}),
        "ts=2026-03-02T00:00:09Z level=error method=GET uri=\"/cut",
    ])
    write("keyvalue", [
        "time='2026-03-02T08:59:57+09:00' type=association radio='0' vap='1' client_mac='00:00:5E:00:53:04' channel='11' rssi='45'",
        "time='2026-03-02T08:59:58+09:00' type=authentication vap='1' client_mac='00:00:5E:00:53:04' identity='jane doe'",
        "time='2026-03-02T09:00:01+09:00' type=disassociation radio='0' client_mac='00-00-5E-00-53-07' reason='8' instigator='client'",
        "time=2026-03-02T09:00:02+09:00 event=dhcp_lease mac='00:00:5e:00:53:07' ip='192.0.2.44' hostname=\"it's\"",
        "time=2026-03-02T09:00:03+09:00 event=roam sta='00:00:5e:00:53:04' from=ap-1 to=ap-2",
        "time=2026-03-02T09:00:04+09:00 event=roam sta=\"00:00:5e:00",
    ])
    write("radius", [
        'Event-Timestamp = "Mar  2 2026 08:59:57 KST", Acct-Status-Type = Start, User-Name = "jane", '
        'Calling-Station-Id = "00-00-5E-00-53-06", Called-Station-Id = "00-00-5E-00-53-AA:tea", Framed-IP-Address = 192.0.2.47',
        'Event-Timestamp = "Mar  2 2026 09:10:02 KST", Acct-Status-Type = Interim-Update, User-Name = "jane", '
        'Calling-Station-Id = "00-00-5E-00-53-06", Acct-Session-Time = 605, Acct-Input-Octets = 88123',
        'Event-Timestamp = "Mar  2 2026 09:31:40 KST", Acct-Status-Type = Stop, User-Name = "jane", '
        'Calling-Station-Id = "00-00-5E-00-53-06", Acct-Terminate-Cause = User-Request',
        'Event-Timestamp = "Mar  2 2026 09:32:00 KST", Acct-Status-Type = Accounting-On, NAS-IP-Address = 192.0.2.1',
        'Event-Timestamp = "Mar  2 2026 09:33:01 KST", Acct-Status-Type = Start, Calling-Station-Id = "0000.5e00.5309"',
    ])


def write_devices():
    write("device", [
        "Mon Mar  2 08:59:57 2026 hostapd: wlan1: AP-STA-CONNECTED 00:00:5e:00:53:01",
        "wlan1: STA 00:00:5e:00:53:01 IEEE 802.11: associated (aid 1)",
        "AP:0000.5e00.5305: *Mar  2 09:00:04.651: station joined",
        "DHCPREQUEST for 192.0.2.45 from 00:00:5e:00:53:02 (laptop) via em1",
        "DHCPDISCOVER from 00-00-5E-00-53-03 via em1: network 192.0.2.0/24: no free leases",
        "wlan1: STA 00:00:5e:00:53:01 RADIUS: starting accounting session 5E000001",
        "wlan1: interface state UNINITIALIZED->ENABLED",
    ])
    write("syslog-device", [
        "Mon Mar  2 08:59:57 2026 daemon.notice hostapd: wlan1: AP-STA-CONNECTED 00:00:5e:00:53:01",
        "<30>Mar  2 08:59:59 gw dnsmasq-dhcp[311]: DHCPACK(br-lan) 192.0.2.44 00:00:5e:00:53:01 phone-of-jane",
        "Mar  2 09:00:01 fw dhcpd: DHCPREQUEST for 192.0.2.45 from 00:00:5e:00:53:02 (laptop) via em1",
        "2026-03-02T09:00:02.250+09:00 ap-1 hostapd[99]: wlan1: STA 00:00:5e:00:53:01 IEEE 802.11: disassociated",
        "Mar  2 09:00:03 dnsmasq-dhcp[311]: DHCPRELEASE(br-lan) 192.0.2.44 00:00:5e:00:53:01",
        "Mar  2 09:00:07 gw hostapd: wlan1: interface state UNINITIALIZED->ENABLED",
    ])
    write("windows_dhcp", [
        "\t\tMicrosoft DHCP Service Activity Log", "ID,Date,Time,Description,IP Address,Host Name,MAC Address,User Name",
        "00,03/02/26,08:59:50,Started,,,,,0,6,,,,,,,,,0",
        "10,03/02/26,08:59:57,Assign,192.0.2.46,host1.example.com,00005E005303,,1234567,0,,,,0x4D53465420352E30,MSFT 5.0,,,,0",
        "11,03/02/26,09:00:00,Renew,192.0.2.47,host2.example.com,00005E005304,,1234568,0,,,,,,,,,0",
        "12,03/02/26,09:00:04,Release,192.0.2.46,host1.example.com,00005E005303,,1234569,0,,,,,,,,,0",
        "30,03/02/26,09:00:05,DNS Update Request,192.0.2.47,host2.example.com,,,0,6,,,,,,,,,0",
        "11,03/02/26,09:00:09,Renew,192.0.2.47,host2.example.com,00005E005304,,1234570,0,,,,,,,,,0",
    ])


# Envelopes


def write_envelopes():
    def stamped(hit):
        return hit.time.strftime("%b %e %H:%M:%S")

    write("syslog-combined", [
        *(f"<190>{stamped(hit)} web-1 nginx: {nginx_combined(hit)}" for hit in HITS[:4]),
        *(f"{hit.time.isoformat(timespec='microseconds')} web-1 nginx[12]: {nginx_combined(hit)}" for hit in HITS[4:]),
        "Mar  2 09:00:12 web-1 systemd[1]: Stopping nginx.service...",
    ])
    write("rfc5424-common", [
        *(f'<190>1 {iso(hit.time, 6)} web-1 httpd 12 - [origin ip="198.51.100.80"] {common(hit)}' for hit in HITS),
        f"<46>1 {iso(HITS[8].time)} web-1 rsyslogd - - - -",
    ])
    write("cri-combined", [*(f"{iso(hit.time, 6)} stdout F {nginx_combined(hit)}" for hit in HITS),
                           f"{iso(HITS[8].time, 6)} stdout P {combined(HITS[0])[:50]}"])
    write("docker-combined", [
        *(compact({"log": nginx_combined(hit) + "\n", "stream": "stdout", "time": iso(hit.time, 6)}) for hit in HITS),
        compact({"log": "\n", "stream": "stderr", "time": iso(HITS[8].time, 6)}),
    ])
    write("gelf-combined", [
        compact({"version": "1.1", "host": "web-1", "short_message": nginx_combined(hit), "timestamp": round(hit.time.timestamp(), 3)})
        for hit in HITS])
    write("compose-combined", [f"web-1  | {nginx_combined(hit)}" for hit in HITS[:5]]
          + [f"[pod/web-7d4/nginx] {nginx_combined(hit)}" for hit in HITS[5:]])


def write(name, lines):
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "formats")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".log"), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in lines)


def main():
    write_ncsa()
    write_w3c()
    write_amazon()
    write_cloud_json()
    write_proxies()
    write_envoy()
    write_nginx()
    write_named()
    write_devices()
    write_envelopes()


if __name__ == "__main__":
    main()
