import Events
import TestSupport

/// Lines of one day by which a few people, some of them behind one address, often meet in one second.
struct RandomVisits {
    /// 2026-03-08.
    static let day = Day(number: 20_520)
    private static let agents = [
        "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        "Googlebot/2.1 (+http://www.google.com/bot.html)", "-",
    ]

    var random: SplitMix64
    private var second = 0

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The lines of people with the names `user0`, `user1` and so on, and of some without.
    mutating func lines(_ count: Int) -> [String] {
        (0..<count).map { _ in
            if Int.random(in: 0..<3, using: &random) > 0 {
                second += Int.random(in: 0...(Int.random(in: 0..<20, using: &random) == 0 ? 2500 : 3), using: &random)
            }
            return line(at: min(second, 86_399))
        }
    }

    private mutating func line(at second: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        let person = Int.random(in: 0..<6, using: &random)
        let user = person < 4 ? "user\(person)" : "-"
        let path = ["/", "/a?utm_source=x\(person)", "/b.css", "/search?q=w"].randomElement(using: &random) ?? "/"
        let agent = Self.agents[(person + Int.random(in: 0...1, using: &random)) % Self.agents.count]
        return "198.51.100.\(person / 2) - \(user) [08/Mar/2026:\(time) +0000] \"GET \(path) HTTP/1.1\" 200"
            + " \(Int.random(in: 0..<9000, using: &random)) \"-\" \"\(agent)\""
    }
}
