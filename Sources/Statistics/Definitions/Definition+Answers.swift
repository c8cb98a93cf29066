import Events

extension Definition {
    static let methods = answers("methods", by: .text(.method))
    static let protocols = answers("protocols", by: .text(.protocol))
    static let tlsVersions = answers("tls_versions", by: .text(.tls))
    static let mimeTypes = answers("mime_types", by: .text(.mime))
    static let cacheStatuses = answers("cache_statuses", by: .text(.cache))
    static let statusCodes = Definition(
        "status_codes", .requests, by: .status, vocabulary: .closed, columns: [.hits, .bytes, .visitors],
        relation: .totals(.hits, .bytes))
    static let responseSizes = answers("response_sizes", by: .responseSize)
    static let responseTimes = Definition(
        "response_times", .timed, by: .responseTime, vocabulary: .closed, columns: [.hits, .visitors],
        relation: .totals([.init(rows: .hits, total: .timedHits)]))
    static let notFoundPages = Definition(
        "not_found_pages", .missing, by: .text(.path), vocabulary: .open, columns: [.hits, .visitors],
        relation: .row(of: "status_codes", label: "404"))
    static let notFoundReferrers = Definition(
        "not_found_referrers", .missing, by: .text(.path), .referrer, vocabulary: .open, columns: [.hits, .visitors],
        relation: .children(of: "not_found_pages"))

    private static func answers(_ name: String, by dimension: Dimension) -> Definition {
        Definition(
            name, .requests, by: dimension, vocabulary: .closed, columns: [.hits, .visitors], relation: .totals(.hits))
    }
}
