/// Log formats as configurations have them, and a line of each.
enum FormatTextSeeds {
    static let all: [(name: String, bytes: [UInt8])] = [
        (
            "nginx",
            seed(
                "log_format main '$remote_addr - $remote_user [$time_local] \"$request\" '\n  '$status \"$http_referer\"';",
                #"198.51.100.7 - - [01/Mar/2026:10:00:00 +0900] "GET / HTTP/1.1" 200 "-""#)
        ),
        (
            "nginx-json",
            seed(
                #"log_format j escape=json '{"ip":"$remote_addr","t":"$time_iso8601","r":"$request","s":$status}';"#,
                #"{"ip":"198.51.100.7","t":"2026-03-01T10:00:00+09:00","r":"GET / HTTP/1.1","s":200}"#)
        ),
        (
            "nginx-none",
            seed(
                "log_format n escape=none '$msec|${host}|$upstream_addr|$request_uri';",
                "1772326800.155|www.example.org|10.0.0.2:80, 10.0.0.3:80|/teas")
        ),
        (
            "apache",
            seed(
                #"LogFormat "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" %D" vhost"#,
                #"www.example.org:80 198.51.100.7 - - [01/Mar/2026:10:00:00 +0900] "GET / HTTP/1.1" 200 512 "-" 13000"#)
        ),
        (
            "apache-time",
            seed(
                #"%{X-Forwarded-For}i %{%Y-%m-%d %H:%M:%S}t.%{msec_frac}t %m "%U%q" %H %!200,304s %I %T"#,
                #"203.0.113.9, 198.51.100.7 2026-03-01 10:00:00.155 GET "/teas?id=7" HTTP/1.1 - 77 0"#)
        ),
        ("w3c", seed("#Fields: date time c-ip cs-uri-stem sc-status", "2026-03-01 10:00:00 198.51.100.7 /teas 200")),
        (
            "map",
            seed(
                "json client=req.ip time:ms=ts status=code",
                #"{"req":{"ip":"198.51.100.7"},"ts":1772326800155,"code":200}"#)
        ),
        ("map-ltsv", seed("ltsv client=c time=t path=p", "c:198.51.100.7\tt:2026-03-01T10:00:00Z\tp:/teas")),
        ("name", seed("sylog:combined", "")), ("unfinished", seed("log_format x '$remote_addr ${time", "")),
    ]

    private static func seed(_ format: String, _ line: String) -> [UInt8] { Array("\(format)\n\n\(line)\n".utf8) }
}
