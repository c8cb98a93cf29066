extension TemplateFormat {
    /// Envoy's default format, and the one that Istio gives it.
    ///
    /// See <https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage>. The client is what
    /// `X-Forwarded-For` says, since neither tells the peer first. Ambassador marks the lines with `ACCESS`.
    static let envoy = TemplateFormat(
        name: "envoy", summary: "Envoy's default access log, and Istio's",
        nginx: ["", "ACCESS "].flatMap { mark in
            [" $details $termination \"$failure\"", ""].map { details in
                mark + #"[$time_iso8601] "$request" $status $flags"# + details
                    + #" $received $bytes_sent $duration_ms "#
                    + #"$service "$forwarded_client" "$http_user_agent" "$id" "$host" "$upstream""#
            }
        }, isOpen: true)
}

extension JSONFormat {
    /// Envoy's access log as JSON, with the names that Envoy Gateway and Istio give the fields.
    static let envoy = JSONFormat(
        name: "envoy_json", summary: "Envoy's access log as JSON (Envoy Gateway, Istio)",
        [
            FieldMap.Entry("start_time", .time(.iso8601)),
            FieldMap.Entry("downstream_remote_address", .text(.client)),
            FieldMap.Entry("x-forwarded-for", .text(.forwarded)), FieldMap.Entry("x_forwarded_for", .text(.forwarded)),
            FieldMap.Entry("x_forwarded_for", .text(.client)), FieldMap.Entry("method", .text(.method)),
            FieldMap.Entry("x-envoy-origin-path", .text(.target)),
            FieldMap.Entry("x-envoy-original-path", .text(.target)), FieldMap.Entry("path", .text(.target)),
            FieldMap.Entry("protocol", .text(.protocol)), FieldMap.Entry("response_code", .status),
            FieldMap.Entry("bytes_sent", .bytes), FieldMap.Entry("duration", .duration(.milliseconds)),
            FieldMap.Entry("user-agent", .text(.agent)), FieldMap.Entry("user_agent", .text(.agent)),
            FieldMap.Entry("referer", .text(.referrer)), FieldMap.Entry(":authority", .text(.host)),
            FieldMap.Entry("authority", .text(.host)),
        ], signature: ["start_time", "response_code", "response_flags"])
}
