/// The search engines and social networks known by name.
struct ReferrerSources: Sendable {
    struct Source: Sendable {
        let kind: ReferrerKind
        let name: String
        /// Query parameters that may carry the search words.
        let parameters: [String]
    }

    static let standard = ReferrerSources()

    /// Hosts (`search.naver.com`), hashed from their last byte to their first, so that one walk tries every parent of a
    /// host.
    private var hosts = HashedWords(capacity: 200)
    private var hostSources: [Source] = []
    /// First labels of registrable domains, with the dot (`google.`).
    private var brands = HashedWords(capacity: 30)
    private var brandSources: [Source] = []

    private init() {
        for entry in ReferrerSources.searchEngines {
            let parameters = entry.parameters.split(separator: " ").map(String.init)
            add(entry.hosts, Source(kind: .search, name: entry.name, parameters: parameters))
        }
        for entry in ReferrerSources.socialNetworks {
            add(entry.hosts, Source(kind: .social, name: entry.name, parameters: []))
        }
    }

    private mutating func add(_ names: String, _ source: Source) {
        for name in names.split(separator: " ") {
            if name.last == "." {
                if brands.insert(HashedWords.hash(name.utf8)) == brandSources.count { brandSources.append(source) }
            } else if hosts.insert(HashedWords.hash(name.utf8.reversed())) == hostSources.count {
                hostSources.append(source)
            }
        }
    }

    /// The source that a host in lower case belongs to: the longest listed parent wins, then the brand.
    ///
    /// - Parameter registrable: where the registrable domain begins.
    func source(of host: Span<UInt8>, registrable: Int) -> Source? {
        var found: Int?
        var hash = HashedWords.seed
        var index = host.count
        while index > 0 {
            index -= 1
            hash = HashedWords.step(hash, host[index])
            guard index <= registrable, index == 0 || host[index - 1] == UInt8(ascii: ".") else { continue }
            found = hosts.find(HashedWords.finish(hash)) ?? found
        }
        if let found { return hostSources[found] }
        hash = HashedWords.seed
        index = registrable
        while index < host.count {
            hash = HashedWords.step(hash, host[index])
            if host[index] == UInt8(ascii: ".") { break }
            index += 1
        }
        return brands.find(HashedWords.finish(hash)).map { brandSources[$0] }
    }
}
