extension TemplateFormat {
    /// Application Load Balancer,
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html>; the
    /// duration is that of the target.
    static let applicationLoadBalancer = TemplateFormat(
        name: "aws_alb", summary: "AWS Application Load Balancer",
        nginx: [
            #"$type $time_iso8601 $balancer $remote_addr $target $receiving $request_time $sending $status $target_status "#
                + #"$received $bytes_sent "$request" "$http_user_agent" $cipher $ssl_protocol $group"#
        ], isOpen: true)

    /// Classic Load Balancer,
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html>, and its older lines
    /// that end with the request.
    static let classicLoadBalancer = TemplateFormat(
        name: "aws_elb", summary: "AWS Classic Load Balancer",
        nginx: ["", #" "$http_user_agent" $cipher $ssl_protocol"#].reversed().map { end in
            #"$time_iso8601 $balancer $remote_addr $target $receiving $request_time $sending $status $target_status "#
                + #"$received $bytes_sent "$request""# + end
        })

    /// S3 server access log, <https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html>: also of the
    /// operations that have no request.
    static let s3 = TemplateFormat(
        name: "aws_s3", summary: "AWS S3 server access log",
        nginx: [
            #"$owner $bucket [$time_local] $remote_addr $requester $id $operation $key "$request" $status $error $bytes_sent "#
                + #"$size $duration_ms $turnaround "$http_referer" "$http_user_agent" $version"#,
            #"$owner $bucket [$time_local] $remote_addr $requester $id $operation $key - $status $error $bytes_sent $size "#
                + #"$duration_ms $turnaround $http_referer $http_user_agent $version"#,
        ], isOpen: true)
}

/// CloudFront's standard log without its `#Fields` line; with one it is a W3C log.
///
/// The columns are those of
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html>, of which older logs have only the first.
struct CloudFrontFormat: LineFormat {
    let name = "cloudfront"
    let summary = "Amazon CloudFront's standard log"

    private static let names = """
        date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) \
        cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken \
        x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type
        """
    private static let columns = ColumnLayout(names: Array(names.utf8).span)

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        guard bytes.firstIndex(of: ASCII.tab, in: line) != nil, let columns = CloudFrontFormat.columns else {
            throw LineFailure(.unexpected, at: line.lowerBound)
        }
        try columns.parse(bytes, line, isOpen: true, into: &record, &context)
        guard record.isCounted else { throw LineFailure(.missingField, at: line.upperBound) }
    }
}
