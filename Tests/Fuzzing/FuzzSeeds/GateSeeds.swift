/// One planted identifier each, in a field that logs have it in.
enum GateSeeds {
    /// For each identifier and way to write it: field 3 is the target, 5 the referrer, 6 the agent.
    static var all: [(name: String, bytes: [UInt8])] {
        (0..<7).flatMap { identifier in
            (0..<4).map { notation in
                let target = field(3, opening: 1, closing: UInt8(identifier), "/teas", "/green.html?q=tea")
                let referrer = field(5, opening: 2, closing: 3, "https://www.google.com/search", "x=y")
                let agent = field(6, opening: 7, closing: 6, "Mozilla/5.0 (X11; Linux x86_64) ", " Firefox/133.0")
                let bytes = [UInt8(identifier), UInt8(notation)] + target + [1] + referrer + [1] + agent + [0, 9]
                return ("identifier-\(identifier)-\(notation)", bytes)
            }
        }
    }

    private static func field(
        _ kind: UInt8, opening: UInt8, closing: UInt8, _ before: String, _ behind: String
    ) -> [UInt8] {
        [kind, opening, closing] + Array("\(before)\n\(behind)\n".utf8)
    }
}
