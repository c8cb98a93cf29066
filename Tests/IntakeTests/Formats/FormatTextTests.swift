import Testing

@testable import Intake

@Suite("Formats as servers are configured")
struct FormatTextTests {
    /// A text, a line of it, and the line's record: time, then the fields in their order.
    typealias Case = (text: String, line: String, expected: String)

    private static let agent = "Mozilla/5.0 (X11)"
    private static let start = "192.0.2.1 - jane [10/Oct/2000:13:55:36 -0700] \"GET /a?b=c HTTP/1.1\" 200 23"
    private static let startFields =
        "971211336000 client=192.0.2.1 user=jane method=GET target=/a?b=c protocol=HTTP/1.1"

    @Test(
        "A line is read as an Apache LogFormat says",
        arguments: [
            (#"%h %l %u %t "%r" %>s %b"#, start, "\(startFields) status=200 bytes=23"),
            (#"LogFormat "%h %l %u %t \"%r\" %>s %b" common"#, start, "\(startFields) status=200 bytes=23"),
            (
                #"LogFormat "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"" combined"#,
                "\(start) \"-\" \"\(agent)\"", "\(startFields) agent=\(agent) status=200 bytes=23"
            ),
            (
                #"LogFormat "%v:%p %h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"" vhost_combined"#,
                "www.example.com:443 \(start) \"https://example.org/\" \"-\"",
                "\(startFields) referrer=https://example.org/ host=www.example.com status=200 bytes=23"
            ),
            (
                #"%{X-Forwarded-For}i %h %l %u %t "%r" %>s %b %D"#,
                "203.0.113.9, 198.51.100.2 \(start) 1500",
                startFields.replacing(" user", with: " forwarded=203.0.113.9, 198.51.100.2 user")
                    + " status=200 bytes=23 duration=1500"
            ),
            (
                #"%h %t "%r" %s %>s %I %O %T"#,
                "192.0.2.1 [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 301 200 9 45 2",
                "971211336000 client=192.0.2.1 method=GET target=/ protocol=HTTP/1.1 status=200 bytes=45 duration=2000000"
            ),
            (
                #"%{%Y-%m-%dT%H:%M:%S%z}t %a %m %U%q %H %>s %B %{ms}T"#,
                "2000-10-10T13:55:36-0700 192.0.2.1 GET /a?b=c HTTP/1.1 200 0 31",
                "971211336000 client=192.0.2.1 method=GET target=/a?b=c protocol=HTTP/1.1 status=200 bytes=0 duration=31000"
            ),
            (
                #"%{sec}t.%{msec_frac}t %h "%m %U" %>s %{us}T"#, #"971211336.042 192.0.2.1 "POST /a b" 201 77"#,
                "971211336042 client=192.0.2.1 method=POST target=/a b status=201 duration=77"
            ),
            (
                #"%t %h "%400,501{User-agent}i" "%!200,304,302{Referer}i" "%r" %>s"#,
                #"[10/Oct/2000:13:55:36 -0700] 192.0.2.1 "-" "-" "-" 400"#, "971211336000 client=192.0.2.1 status=400"
            ),
            (
                #"%h %t \"%r\" %>s \t %{Content-Type}o"#,
                "192.0.2.1 [10/Oct/2000:13:55:36 -0700] \"GET /\\\"x\\\" HTTP/1.1\" 200 \t text/html",
                "971211336000 client=192.0.2.1 method=GET target=/\"x\" protocol=HTTP/1.1 mime=text/html status=200"
            ),
            (
                #"'%h %l %u %t "%r" %>s %b %{c}a %{remote}p %{SSL_PROTOCOL}x %{VARNAME}e %{id}C %k %X %% %L'"#,
                start + " 198.51.100.7 40123 TLSv1.3 - abc 0 + % id1",
                "\(startFields) cookie=abc tls=TLSv1.3 status=200 bytes=23".replacing(
                    "client=192.0.2.1", with: "client=192.0.2.1")
            ),
            (
                #"%h %t "%{Host}i" "%r" %>s %^FB %{begin:%s}t"#,
                "192.0.2.1 [10/Oct/2000:13:55:36 -0700] \"www.example.com\" \"GET / HTTP/1.1\" 200 - 971211336",
                "971211336000 client=192.0.2.1 method=GET target=/ protocol=HTTP/1.1 host=www.example.com status=200"
            ),
        ])
    func apache(text: String, line: String, expected: String) throws {
        let found = try FormatTextTests.record(text, line)
        #expect(found == expected)
    }

    @Test(
        "A line is read as an nginx log_format says",
        arguments: [
            (
                "log_format main '$remote_addr - $remote_user [$time_local] \"$request\" '\n"
                    + "    '$status $body_bytes_sent \"$http_referer\" '\n"
                    + "    '\"$http_user_agent\" \"$http_x_forwarded_for\"';",
                "\(start) \"-\" \"\(agent)\" \"203.0.113.9\"",
                startFields.replacing(" user", with: " forwarded=203.0.113.9 user")
                    + " agent=\(agent) status=200 bytes=23"
            ),
            (
                #"$remote_addr [$time_iso8601] "$request" $status $request_time ${bytes_sent}b"#,
                #"192.0.2.1 [2000-10-10T13:55:36-07:00] "GET /\x22 HTTP/2.0" 200 0.012 45b"#,
                "971211336000 client=192.0.2.1 method=GET target=/\" protocol=HTTP/2.0 status=200 bytes=45 duration=12000"
            ),
            (
                #"log_format m escape=none '$msec|$remote_addr|$request_method|$request_uri|$status';"#,
                #"971211336.042|192.0.2.1|GET|/a\x22"b|404"#,
                #"971211336042 client=192.0.2.1 method=GET target=/a\x22"b status=404"#
            ),
            (
                #"log_format j escape=json '{"time":"$time_iso8601","ip":"$remote_addr","req":"$request","#
                    + #""code":$status,"size":$body_bytes_sent,"ua":"$http_user_agent","up":"$upstream_addr"}';"#,
                #"{"ip":"192.0.2.1","time":"2000-10-10T13:55:36-07:00","req":"GET \/\u0022 HTTP/1.1","code":200,"size":7,"ua":"","up":""}"#,
                "971211336000 client=192.0.2.1 method=GET target=/\" protocol=HTTP/1.1 status=200 bytes=7"
            ),
            (
                #"escape=json {"@timestamp":"$time_iso8601","http":{"method":"$request_method","status":$status},"url":"$uri","q":"$args"}"#,
                #"{"@timestamp":"2000-10-10T13:55:36-07:00","http":{"method":"GET","status":200},"url":"/a","q":"b=c"}"#,
                "971211336000 method=GET target=/a?b=c status=200"
            ),
            (
                "log_format ltsv 'time:$time_iso8601\thost:$remote_addr\treq:$request\tstatus:$status\tua:$http_user_agent';",
                "time:2000-10-10T13:55:36-07:00\thost:192.0.2.1\treq:GET /a HTTP/1.1\tstatus:200\tua:\(agent)",
                "971211336000 client=192.0.2.1 method=GET target=/a protocol=HTTP/1.1 agent=\(agent) status=200"
            ),
            (
                "$host $server_port $remote_addr [$time_local] \"$request\" $status \"$upstream_addr\" $upstream_response_time",
                "www.example.com 443 192.0.2.1 [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 502 \"10.0.0.1:80, 10.0.0.2:80\" 0.1, 0.2",
                "971211336000 client=192.0.2.1 method=GET target=/ protocol=HTTP/1.1 host=www.example.com status=502"
            ),
        ])
    func nginx(text: String, line: String, expected: String) throws {
        let found = try FormatTextTests.record(text, line)
        #expect(found == expected)
    }

    @Test(
        "A text that equals a built-in format uses it",
        arguments: [
            (#"%h %l %u %t "%r" %>s %b"#, "common"),
            (#"LogFormat "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"" combined"#, "combined"),
            (#"%h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i""#, "combined"),
            (#"%v:%p %h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i""#, "vhost_combined"),
            (
                #"log_format combined '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "#
                    + #""$http_referer" "$http_user_agent"';"#, "combined"
            ),
        ])
    func builtIn(text: String, name: String) throws {
        #expect(try FormatText.format(text).name == name)
    }

    @Test(
        "A text that cannot be used is refused with the place of what is wrong",
        arguments: [
            ("%h %t %Y", .unknownDirective(offset: 6)), ("%h %{X-A", .unfinished(offset: 3)),
            ("%h %t %", .unfinished(offset: 6)),
            ("%h%u %t", .noEnd(offset: 0)), ("%h %s", .noTime), ("%t %{A}e", .nothingUsed),
            ("%h %{%Q}t", .unknownDirective(offset: 3)), ("%h %t %{h}T", .unknownDirective(offset: 6)),
            ("$remote_addr$status [$time_local]", .noEnd(offset: 0)),
            ("$remote_addr ${status", .unfinished(offset: 13)),
            ("$remote_addr $status", .noTime), ("[$time_local] $connection", .nothingUsed),
            ("$remote_addr $ x", .unfinished(offset: 13)),
            ("log_format a '$remote_addr [$time_local]", .unfinished(offset: 13)),
            ("combind", .unknownName(nearest: "combined")),
            ("xyzzyxyzzy", .unknownName(nearest: nil)), ("json client=ip nothing=x", .unknownField(offset: 15)),
        ] as [(String, FormatTextError)])
    func errors(text: String, error: FormatTextError) {
        #expect(throws: error) { try FormatText.format(text) }
    }

    @Test("Who mistypes a name is told of one that is read")
    func nearestName() {
        for format in FormatRegistry.formats where format.name.count >= 3 {
            let mistyped = String(format.name.dropLast())
            #expect {
                try FormatText.format(mistyped)
            } throws: { error in
                guard case .unknownName(let nearest) = error as? FormatTextError else { return false }
                return nearest.map { (try? FormatText.format($0)) != nil } ?? false
            }
        }
        #expect(throws: FormatTextError.unknownName(nearest: nil)) { try FormatText.format("aut") }
        #expect(throws: FormatTextError.unknownName(nearest: "auto")) {
            try FormatText.format("aut", besides: ["auto"])
        }
    }

    /// The record of a line of a format, as a text.
    static func record(_ text: String, _ line: String) throws -> String? {
        var parser = LineParser(formats: [try FormatText.format(text)], options: LineOptions(latest: .max))
        guard let parsed = parser.parseLine(line).line else { return nil }
        let texts = RawBatch.Text.allCases.compactMap { field in parsed.texts[field].map { "\(field)=\($0)" } }
        let numbers = RawBatch.Number.allCases.compactMap { field in parsed.numbers[field].map { "\(field)=\($0)" } }
        return (["\(parsed.time)"] + texts + numbers).joined(separator: " ")
    }
}
