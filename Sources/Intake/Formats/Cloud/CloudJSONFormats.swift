extension JSONFormat {
    /// Cloudflare Logpush, HTTP requests,
    /// <https://developers.cloudflare.com/logs/reference/log-fields/zone/http_requests/>.
    static let cloudflare = JSONFormat(
        name: "cloudflare", summary: "Cloudflare Logpush, HTTP requests (JSON)",
        [
            FieldMap.Entry("EdgeStartTimestamp", .time(.automatic)),
            FieldMap.Entry("EdgeEndTimestamp", .time(.automatic)), FieldMap.Entry("Datetime", .time(.automatic)),
            FieldMap.Entry("ClientIP", .text(.client)), FieldMap.Entry("ClientRequestMethod", .text(.method)),
            FieldMap.Entry("ClientRequestURI", .text(.target)), FieldMap.Entry("ClientRequestPath", .path),
            FieldMap.Entry("ClientRequestProtocol", .text(.protocol)),
            FieldMap.Entry("EdgeResponseStatus", .status), FieldMap.Entry("EdgeResponseBytes", .bytes),
            FieldMap.Entry("EdgeTimeToFirstByteMs", .duration(.milliseconds)),
            FieldMap.Entry("ClientRequestReferer", .text(.referrer)),
            FieldMap.Entry("ClientRequestUserAgent", .text(.agent)), FieldMap.Entry("ClientRequestHost", .text(.host)),
            FieldMap.Entry("ClientSSLProtocol", .text(.tls)), FieldMap.Entry("CacheCacheStatus", .text(.cache)),
            FieldMap.Entry("EdgeResponseContentType", .text(.mime)),
        ], signature: ["ClientRequestMethod"])

    /// Google Cloud's load balancer, in the `LogEntry` of Cloud Logging with an `HttpRequest`,
    /// <https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry>.
    static let googleLoadBalancer = JSONFormat(
        name: "gcp_lb", summary: "Google Cloud load balancer (Cloud Logging, JSON)",
        [
            FieldMap.Entry("timestamp", .time(.iso8601)), FieldMap.Entry("receiveTimestamp", .time(.iso8601)),
            FieldMap.Entry("httpRequest.remoteIp", .text(.client)),
            FieldMap.Entry("httpRequest.requestMethod", .text(.method)),
            FieldMap.Entry("httpRequest.requestUrl", .text(.target)),
            FieldMap.Entry("httpRequest.protocol", .text(.protocol)), FieldMap.Entry("httpRequest.status", .status),
            FieldMap.Entry("httpRequest.responseSize", .bytes),
            FieldMap.Entry("httpRequest.latency", .duration(.written)),
            FieldMap.Entry("httpRequest.referer", .text(.referrer)),
            FieldMap.Entry("httpRequest.userAgent", .text(.agent)),
        ], signature: ["httpRequest.requestMethod"])
}
