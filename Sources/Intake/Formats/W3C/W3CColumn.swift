/// A column of the W3C format: what its name stands for.
///
/// The names are those of the W3C draft, of IIS, and of Amazon CloudFront's standard logs.
struct W3CColumn {
    /// The name in small letters; nil if it is not known.
    let name: String?
    let field: LogField
    /// Of columns that fill the same field, the one with the lowest number is used.
    let rank: Int

    init(_ name: String) {
        let known = W3CColumn.known[name.lowercased()]
        self.name = known == nil ? nil : name.lowercased()
        (field, rank) = known ?? (.ignored, 0)
    }

    private static let known: [String: (LogField, Int)] = [
        "date": (.time(.date), 0), "time": (.time(.timeOfDay), 0),
        "timestamp": (.time(.epoch(.seconds)), 0), "timestamp(ms)": (.time(.epoch(.milliseconds)), 0),
        "c-ip": (.text(.client), 0), "x-client-ip": (.text(.client), 1), "c-dns": (.text(.client), 2),
        "x-forwarded-for": (.text(.forwarded), 0), "cs(x-forwarded-for)": (.text(.forwarded), 1),
        "x-original-ip": (.text(.forwarded), 2), "cs(x-real-ip)": (.text(.forwarded), 3),
        "cs-username": (.text(.user), 0), "cs-auth-id": (.text(.user), 1), "c-auth-id": (.text(.user), 2),
        "cs-method": (.text(.method), 0), "cs-uri": (.text(.target), 0),
        "cs-uri-stem": (.path, 0), "cs-uri-query": (.query, 0),
        "cs-version": (.text(.protocol), 0), "cs-protocol-version": (.text(.protocol), 1),
        "sc-status": (.status, 0), "sc-bytes": (.bytes, 0), "bytes": (.bytes, 1),
        "time-taken": (.duration(.secondsOrMilliseconds), 0),
        "cs(user-agent)": (.text(.agent), 0), "cs(referer)": (.text(.referrer), 0),
        "cs(referrer)": (.text(.referrer), 1),
        "cs(cookie)": (.text(.cookie), 0), "cs(accept-language)": (.text(.language), 0),
        "x-host-header": (.text(.host), 0), "cs-host": (.text(.host), 1), "cs(host)": (.text(.host), 2),
        "ssl-protocol": (.text(.tls), 0), "crypt-protocol": (.text(.tls), 1),
        "x-edge-result-type": (.text(.cache), 0), "sc-content-type": (.text(.mime), 0),
    ]
}
