@testable import Intake

/// A place where what is read differs from what another reader makes of a line, on purpose.
struct VectorPolicy: Sendable {
    let reason: String
    let applies: @Sendable (_ vector: Vector, _ field: String, _ value: String?) -> Bool

    /// Lines that are no access log's, by their kind or format.
    static let foreign = [
        "apache-guacamole_failed_auth", "traefik_tcpudp", "modsecurity", "http_error-log", "system/auth",
        "system/syslog",
        "apachelogs_", "logstash_",
    ]

    static let all = [
        VectorPolicy(reason: "a request that is garbage has no target: nobody asked for it") { vector, field, value in
            field == "url" && value == nil && vector.line.contains("\"\(vector.expected["url"] ?? "")\" 400 ")
        },
        VectorPolicy(reason: "the target of a W3C line is its stem and its query, as the client sent them") {
            vector, field, value in
            field == "url" && vector.format.contains("iis")
                && value?.hasPrefix("\(vector.expected["url"] ?? "")?") == true
        },
        VectorPolicy(reason: "behind a chain the client is the peer; the chain counts where proxies are trusted") {
            vector, field, _ in
            field == "client" && vector.format.contains("nginx/access")
                && vector.line.drop { $0 == "\"" }.prefix { !"\" ".contains($0) }.hasSuffix(",")
        },
    ]
}
