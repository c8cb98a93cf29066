import Testing

/// One identifier and the field of a log's line that it stands in.
struct PlantedLine: Sendable, CustomTestStringConvertible {
    enum Place: String, CaseIterable {
        /// A path segment by itself, and part of a longer one.
        case segment, slug
        /// Values of `utm_campaign` and of the site's own search parameter.
        case parameter, search
        /// The search words of a search engine's address.
        case keyword
        /// User, subdomain, path, query and fragment of a referrer.
        case referrer
        case host, method, `protocol`, agent, event, element
    }

    let kind: String
    let place: Place
    let written: String
    /// What must not be found.
    let identifier: String

    init(kind: String, place: Place, written: String, identifier: String) {
        self.kind = kind
        self.place = place
        self.written = written
        self.identifier = identifier
    }

    /// Reads a line of the table; nil if it is none.
    init?(_ line: Substring) {
        let columns = line.split(separator: " | ").map { $0.trimmingPrefix { $0 == " " } }
        guard columns.count >= 3, let place = Place(rawValue: String(columns[1])) else { return nil }
        self.init(
            kind: String(columns[0]), place: place, written: String(columns[2]),
            identifier: String(columns[columns.count > 3 ? 3 : 2]))
    }

    var testDescription: String { "\(kind) in \(place.rawValue): \(written)" }

    /// The same identifier in another place.
    func moved(to place: Place) -> PlantedLine {
        PlantedLine(kind: kind, place: place, written: written, identifier: identifier)
    }

    /// The line: in Combined Log Format where that has such a field, else in JSON.
    var line: String {
        switch place {
        case .segment: combined(target: "/u/\(written)/x")
        case .slug: combined(target: "/posts/about_\(written)_again")
        case .parameter: combined(target: "/?page=2&utm_campaign=\(written)&x=1")
        case .search: combined(target: "/find?q=\(written)")
        case .keyword: combined(referrer: "https://www.google.com/search?hl=ko&q=\(written)")
        case .referrer:
            combined(
                referrer: "https://\(written)@\(written).example.com/\(written)?q=\(written)&x=\(written)#\(written)")
        case .agent: combined(agent: "Mozilla/5.0 (Linux; \(written)) \(written) Chrome/133.0.0.0 (+\(written))")
        case .host, .method, .protocol, .event, .element: json
        }
    }

    /// Whether ``line`` is JSON.
    var isJSON: Bool { [.host, .method, .protocol, .event, .element].contains(place) }

    private func combined(target: String = "/", referrer: String = "-", agent: String = "curl/8.0") -> String {
        let time = "01/Mar/2026:00:00:03 +0000"
        return #"192.0.2.99 - - [\#(time)] "GET \#(target) HTTP/1.1" 200 512 "\#(referrer)" "\#(agent)""#
    }

    private var json: String {
        var fields = ["method": "GET", "protocol": "HTTP/1.1", "host": "www.example.com"]
        fields[place == .element ? "click_target" : place.rawValue] = written
        let members = fields.map { #""\#($0.key)":"\#($0.value)""# }.joined(separator: ",")
        return #"{"time":"2026-03-01T00:00:03Z","remote_addr":"192.0.2.99","uri":"/","status":200,\#(members)}"#
    }
}
