import TestSupport

/// Makes logs; the same seed makes the same lines.
///
/// Among the hits are, at fixed places, blank lines, lines that no format reads, and lines that repeat the one before
/// byte for byte.
struct LogMaker {
    enum Format: CaseIterable {
        case common, combined, virtualHost
    }

    /// Paths that the gate keeps as they are.
    private static let paths = ["/", "/news/march", "/shop/shoes", "/about", "/help/returns", "/static/site.css"]
    private static let agents = [
        "Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    ]
    /// 2026-03-01 in UTC seconds.
    private static let firstDay: Int64 = 1_772_323_200

    let format: Format
    private var random: SplitMix64
    private var lineCount = 0
    /// Where the next line lies, in seconds after the beginning of the first day.
    private var second: Int64 = 0

    init(_ format: Format, seed: UInt64) {
        self.format = format
        random = SplitMix64(seed: seed)
    }

    /// New lines, unlike all others of this maker.
    ///
    /// - Parameters:
    ///   - hour: when they begin, in hours after the beginning of the first day; nil to go on where the last ones ended.
    ///   - padding: bytes by which each hit is made longer.
    mutating func lines(_ count: Int, hour: Int64? = nil, padding: Int = 0) -> LogText {
        if let hour { second = hour * 3600 }
        var text = LogText()
        for _ in 0..<count {
            lineCount += 1
            switch lineCount % 60 {
            case 17: text.lines.append(LogLine(text: "", fate: .filtered))
            case 31: text.lines.append(LogLine(text: "out of memory in worker \(lineCount)", fate: .rejected))
            case 9, 39, 45: text.lines.append(text.lines.last ?? hit(padding))
            default: text.lines.append(hit(padding))
            }
        }
        return text
    }

    /// A line that is accepted, and unlike all others of this maker.
    mutating func hit(padding: Int = 0) -> LogText {
        lineCount += 1
        return LogText(lines: [hit(padding)])
    }

    private mutating func hit(_ padding: Int) -> LogLine {
        second += Int64.random(in: 0...60, using: &random)
        let line = StoredLine(
            time: LogMaker.firstDay + second, path: LogMaker.paths.randomElement(using: &random) ?? "/",
            status: [200, 304, 404].randomElement(using: &random) ?? 200, bytes: 1_000_000 + Int64(lineCount))
        let address = "203.0.\(UInt8.random(in: 0...255, using: &random)).\(UInt8.random(in: 1...254, using: &random))"
        let target = line.path + (padding > 0 ? "?fill=" + String(repeating: "x", count: padding) : "")
        let common = "\(address) - - [\(clock)] \"GET \(target) HTTP/1.1\" \(line.status) \(line.bytes)"
        let agent = LogMaker.agents.randomElement(using: &random) ?? "-"
        let combined = "\(common) \"https://www.example.org/start\" \"\(agent)\""
        let text =
            switch format {
            case .common: common
            case .combined: combined
            case .virtualHost: "shop.example.org:443 \(combined)"
            }
        return LogLine(text: text, fate: .accepted(line))
    }

    private var clock: String {
        func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = second / 86_400 + 1
        precondition(day < 10, "the lines lie before the time that runs are told")
        return
            "\(padded(day))/Mar/2026:\(padded(second / 3600 % 24)):\(padded(second / 60 % 60)):\(padded(second % 60)) +0000"
    }
}
