import TestSupport

/// A log full of identifiers, in every field that can hold one.
struct PlantedLog {
    let texts: [String]
    let addresses: [String]
    let lines: [String]

    /// - Parameter count: how many lines; each identifier stands in several.
    init(seed: UInt64, count: Int) {
        var random = SplitMix64(seed: seed)
        func word(_ length: Int, _ alphabet: String = "bcdfghjklmnpqrstvwxz0123456789") -> String {
            let letters = Array(alphabet)
            return String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
        }
        let version4 = (0..<40).map { _ in
            "198.\(Int.random(in: 18...19, using: &random)).\(Int.random(in: 100...255, using: &random)).\(Int.random(in: 100...254, using: &random))"
        }
        let version6 = (0..<12).map { _ in
            "2001:db8:\(word(4, "123456789abcdef")):\(word(4, "123456789abcdef"))::\(word(4, "123456789abcdef"))"
        }
        let users = (0..<10).map { _ in "user-\(word(10))" }
        let mails = (0..<6).map { _ in "\(word(9))@\(word(8)).example.com" }
        let hardware = (0..<6).map { _ in (0..<6).map { _ in word(2, "0123456789abcdef") }.joined(separator: ":") }
        let tokens = (0..<8).map { _ in word(40, "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789") }
        let values = (0..<10).map { _ in word(14) }
        let numbers = (0..<6).map { _ in word(11, "123456789") }
        let agents = (0..<6).map { _ in
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.\(word(4, "123456789")).\(word(3, "123456789")) Safari/537.36 id/\(word(12))"
        }
        let referrers = (0..<6).map { _ in "https://www.example.org/profile/\(word(16))?session=\(word(16))" }
        self.addresses = version4 + version6
        texts = users + mails + hardware + tokens + values + numbers + agents + referrers
        var lines: [String] = []
        for index in 0..<count {
            func pick(_ values: [String]) -> String { values[Int.random(in: 0..<values.count, using: &random)] }
            let address = pick(version4 + version6)
            let user = index.isMultiple(of: 3) ? pick(users) : "-"
            let path = [
                "/account/\(pick(tokens))/view", "/mail/\(pick(mails))", "/device/\(pick(hardware))",
                "/order/\(pick(numbers))",
                "/search?session=\(pick(values))&mail=\(pick(mails))", "/start?utm_source=letter&token=\(pick(tokens))",
                "/news",
            ]
            let referrer =
                index.isMultiple(of: 2)
                ? pick(referrers) : "https://\(pick(users)):\(pick(values))@www.example.net/?uid=\(pick(values))"
            let time = "0\(1 + index * 3 / count)/Mar/2026:12:\(10 + index % 50):\(10 + index % 47) +0000"
            lines.append(
                "\(address) - \(user) [\(time)] \"GET \(pick(path)) HTTP/1.1\" 200 1234 \"\(referrer)\" \"\(pick(agents))\""
            )
        }
        self.lines = lines
    }

    var search: LeakSearch { LeakSearch(texts: texts, addresses: addresses) }
}
