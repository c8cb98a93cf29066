extension TemplateFormat {
    /// Traefik's common log format: combined, then the number of the request, router, server and duration.
    static let traefik = TemplateFormat(
        name: "traefik", summary: "Traefik's common log format (combined, router, server, duration)",
        nginx: [
            #"$remote_addr - $remote_user [$time_local] "$request" $status $bytes_sent "$http_referer" "$http_user_agent" "#
                + #"$number "$router" "$server" ${duration_ms}ms"#
        ])
}

extension JSONFormat {
    /// Traefik's access log as JSON.
    static let traefik = JSONFormat(
        name: "traefik_json", summary: "Traefik's access log as JSON",
        [
            FieldMap.Entry("StartUTC", .time(.iso8601)), FieldMap.Entry("StartLocal", .time(.iso8601)),
            FieldMap.Entry("time", .time(.iso8601)), FieldMap.Entry("ClientHost", .text(.client)),
            FieldMap.Entry("ClientAddr", .text(.client)), FieldMap.Entry("ClientUsername", .text(.user)),
            FieldMap.Entry("request_X-Forwarded-For", .text(.forwarded)),
            FieldMap.Entry("RequestMethod", .text(.method)), FieldMap.Entry("RequestPath", .text(.target)),
            FieldMap.Entry("RequestProtocol", .text(.protocol)), FieldMap.Entry("DownstreamStatus", .status),
            FieldMap.Entry("OriginStatus", .status), FieldMap.Entry("DownstreamContentSize", .bytes),
            FieldMap.Entry("OriginContentSize", .bytes), FieldMap.Entry("Duration", .duration(.nanoseconds)),
            FieldMap.Entry("request_Referer", .text(.referrer)), FieldMap.Entry("request_User-Agent", .text(.agent)),
            FieldMap.Entry("RequestHost", .text(.host)), FieldMap.Entry("RequestAddr", .text(.host)),
            FieldMap.Entry("TLSVersion", .text(.tls)),
        ], signature: ["RequestMethod", "RequestPath"])
}
