extension JSONFormat {
    /// Caddy's access log, <https://caddyserver.com/docs/caddyfile/directives/log>; what else Caddy logs is filtered.
    static let caddy = JSONFormat(
        name: "caddy", summary: "Caddy's access log (JSON)",
        [
            FieldMap.Entry("ts", .time(.automatic)), FieldMap.Entry("request.client_ip", .text(.client)),
            FieldMap.Entry("request.remote_ip", .text(.client)), FieldMap.Entry("request.remote_addr", .text(.client)),
            FieldMap.Entry(["request", "headers", "X-Forwarded-For"], .text(.forwarded), ignoresCase: true),
            FieldMap.Entry("user_id", .text(.user)), FieldMap.Entry("request.method", .text(.method)),
            FieldMap.Entry("request.uri", .text(.target)), FieldMap.Entry("request.proto", .text(.protocol)),
            FieldMap.Entry("request.host", .text(.host)), FieldMap.Entry("status", .status),
            FieldMap.Entry("size", .bytes), FieldMap.Entry("duration", .duration(.written)),
            FieldMap.Entry(["request", "headers", "User-Agent"], .text(.agent), ignoresCase: true),
            FieldMap.Entry(["request", "headers", "Referer"], .text(.referrer), ignoresCase: true),
            FieldMap.Entry(["request", "headers", "Accept-Language"], .text(.language), ignoresCase: true),
            FieldMap.Entry(["request", "headers", "Cookie"], .text(.cookie), ignoresCase: true),
            FieldMap.Entry(["resp_headers", "Content-Type"], .text(.mime), ignoresCase: true),
        ], signature: ["level", "ts"], recordMark: ("msg", "handled request"))
}
