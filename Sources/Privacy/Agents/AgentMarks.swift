/// Words of an agent that mean something only together with others.
struct AgentMarks: OptionSet, Sendable {
    let rawValue: UInt32

    static let mobile = AgentMarks(rawValue: 1 << 0)
    static let tablet = AgentMarks(rawValue: 1 << 1)
    static let chrome = AgentMarks(rawValue: 1 << 2)
    static let safari = AgentMarks(rawValue: 1 << 3)
    static let webKit = AgentMarks(rawValue: 1 << 4)
    static let gecko = AgentMarks(rawValue: 1 << 5)
    /// `wv`: an Android WebView.
    static let webView = AgentMarks(rawValue: 1 << 6)
    static let version = AgentMarks(rawValue: 1 << 7)
    static let trident = AgentMarks(rawValue: 1 << 8)
    static let cfNetwork = AgentMarks(rawValue: 1 << 9)
    /// An Intel processor or a MacBook, by which CFNetwork tells a Mac from a phone.
    static let intel = AgentMarks(rawValue: 1 << 10)
    /// A web address, as robots give it.
    static let url = AgentMarks(rawValue: 1 << 11)
    /// A word that only robots use: bot, crawler, spider.
    static let robotWord = AgentMarks(rawValue: 1 << 12)
    /// Words of early mobile phones: MIDP, CLDC, WAP.
    static let featurePhone = AgentMarks(rawValue: 1 << 13)
    static let opera = AgentMarks(rawValue: 1 << 14)
    static let windows = AgentMarks(rawValue: 1 << 15)
    static let apple = AgentMarks(rawValue: 1 << 16)
    static let phone = AgentMarks(rawValue: 1 << 17)
    static let television = AgentMarks(rawValue: 1 << 18)
    static let mini = AgentMarks(rawValue: 1 << 19)
    static let mozilla = AgentMarks(rawValue: 1 << 20)
    static let symbian = AgentMarks(rawValue: 1 << 21)
    /// An application's own network library: no browser, but somebody's phone.
    static let application = AgentMarks(rawValue: 1 << 22)
    /// `com` or `org`, which end a web address.
    static let domain = AgentMarks(rawValue: 1 << 24)
    static let android = AgentMarks(rawValue: 1 << 23)
}
