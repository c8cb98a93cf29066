import TestSupport

/// Makes access logs; the same seed makes the same lines.
struct SampleLog {
    private static let paths = [
        "/", "/news/2026/march", "/shop/shoes", "/search?q=boots", "/static/site.css", "/about", "/help/returns",
    ]
    private static let agents = [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    ]
    private static let referrers = [
        "-", "https://www.example.org/start", "https://www.google.com/", "https://news.example.net/a/b",
    ]

    private var random: SplitMix64
    /// Seconds after the beginning of 1 March 2026, UTC.
    private var second: Int
    private let step: Int

    /// - Parameters:
    ///   - second: the time of the first line, in seconds after the beginning of 1 March 2026.
    ///   - step: the longest time between two lines, in seconds.
    init(seed: UInt64, second: Int = 0, step: Int = 20) {
        random = SplitMix64(seed: seed)
        self.second = second
        self.step = step
    }

    /// The next lines, without line ends.
    mutating func lines(_ count: Int) -> [String] {
        (0..<count).map { _ in line() }
    }

    /// The next line in the combined format.
    mutating func line() -> String {
        let agent = pick(SampleLog.agents)
        return "\(commonLine()) \"\(pick(SampleLog.referrers))\" \"\(agent)\""
    }

    /// The next line in the common format.
    mutating func commonLine() -> String {
        second += Int.random(in: 0...step, using: &random)
        let address = "203.0.\(Int.random(in: 0...255, using: &random)).\(Int.random(in: 1...254, using: &random))"
        let status = ["200", "200", "200", "304", "404"][Int.random(in: 0..<5, using: &random)]
        let bytes = Int.random(in: 1000...99_999, using: &random)
        return "\(address) - - [\(time)] \"GET \(pick(SampleLog.paths)) HTTP/1.1\" \(status) \(bytes)"
    }

    private var time: String {
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = second / 86_400
        precondition(day < 19, "the sample lies before the time that runs are told")
        return
            "\(padded(day + 1))/Mar/2026:\(padded(second / 3600 % 24)):\(padded(second / 60 % 60)):\(padded(second % 60)) +0000"
    }

    private mutating func pick(_ values: [String]) -> String {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    /// Lines of a log of their own.
    static func lines(_ count: Int, seed: UInt64, second: Int = 0) -> [String] {
        var log = SampleLog(seed: seed, second: second)
        return log.lines(count)
    }
}

extension Collection<String> {
    /// The lines as bytes, each with a line end.
    var log: [UInt8] { flatMap { Array($0.utf8) + [10] } }
}
