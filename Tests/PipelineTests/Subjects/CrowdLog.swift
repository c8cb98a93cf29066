import Events
import Privacy
import TestSupport

@testable import Pipeline

/// A log of one person among many, of which it is known which lines are the person's.
struct CrowdLog {
    /// What becomes of the person's address on a day.
    enum Sharing: CaseIterable {
        /// Nobody else has it.
        case alone
        /// So does somebody with a cookie of their own.
        case anotherCookie
        /// So does somebody with nothing but another browser.
        case anotherAgent
        /// The person was not there, and somebody was.
        case elsewhere
    }

    static let format =
        #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$cookie_sid""#
    static let cookie = "c-8f14e45fceea167a"
    static let account = "kim.minseo"
    static let address = "203.0.113.9"
    static let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
    static let otherAgent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_4) Version/17.4 Safari/605.1.15"

    static let identifiers = [
        SubjectIdentifier(.cookie, Array(cookie.utf8)), SubjectIdentifier(.user, Array(account.utf8)),
        SubjectIdentifier(.address, Array(address.utf8)),
    ]

    let day: Day
    let sharing: Sharing
    private(set) var lines: [String] = []
    /// The person's lines by a strong identifier, and those with nothing but the address that are the person's.
    private(set) var strong: [String] = []
    private(set) var bare: [String] = []
    /// Lines with nothing but the address that may be somebody else's.
    private(set) var open: [String] = []

    /// - Parameter others: how many lines of other people there are.
    init(_ day: Day, _ sharing: Sharing, others: Int) {
        self.day = day
        self.sharing = sharing
        var random = SplitMix64(seed: UInt64(bitPattern: Int64(day.number)))
        var lines: [String] = []
        for number in 0..<others {
            let visitor = Int.random(in: 0..<max(1, others / 2), using: &random)
            let client = "\(10 + visitor % 90).\(visitor / 90 % 256).\(visitor / 23_040 % 256).\(number % 3 + 1)"
            // Some that are nearly the person's.
            let user = visitor % 5 == 0 ? "kim.minseo\(visitor)" : "-"
            let cookie = visitor % 3 == 0 ? "-" : "c-8f14e45fceea16\(visitor)"
            lines.append(line(client, user, cookie, CrowdLog.agent, &random))
        }
        lines.append(line("203.0.113.90", "-", "-", CrowdLog.agent, &random))
        if sharing != .elsewhere {
            strong = [
                line(CrowdLog.address, "-", CrowdLog.cookie, CrowdLog.agent, &random),
                line(CrowdLog.address, CrowdLog.account, CrowdLog.cookie, CrowdLog.agent, &random),
                line("198.51.100.7", CrowdLog.account, "-", CrowdLog.otherAgent, &random),
                line("198.51.100.8", "-", CrowdLog.cookie, CrowdLog.agent, &random),
            ]
        }
        let nameless = (0..<3).map { _ in line(CrowdLog.address, "-", "-", CrowdLog.agent, &random) }
        if sharing == .alone { bare = nameless } else { open = nameless }
        switch sharing {
        case .anotherCookie: lines.append(line(CrowdLog.address, "-", "c-of-somebody-else", CrowdLog.agent, &random))
        case .anotherAgent: open.append(line(CrowdLog.address, "-", "-", "curl/8.5.0", &random))
        default: break
        }
        self.lines = (lines + strong + bare + open).shuffled(using: &random)
    }

    /// The person's lines, as they can be told.
    func own(isSoleUser: Bool = false) -> [String] { (strong + bare + (isSoleUser ? open : [])).sorted() }

    private func line(
        _ client: String, _ user: String, _ cookie: String, _ agent: String, _ random: inout SplitMix64
    ) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let (year, month, date) = day.civil
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let second = Int.random(in: 0..<86_400, using: &random)
        let time = "\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
        // No two lines are the same.
        let page = UInt32.random(in: .min ... .max, using: &random)
        return "\(client) - \(user) [\(padded(Int(date)))/\(months[Int(month) - 1])/\(year):\(time) +0000]"
            + " \"GET /p/\(page) HTTP/1.1\" 200 512 \"-\" \"\(agent)\" \"\(cookie)\""
    }
}
