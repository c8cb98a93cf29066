/// Words of an agent that mean something only together with others.
struct AgentMarks: OptionSet, Sendable {
    let rawValue: UInt64

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
    /// `Macintosh`, which iPads claim to be when they ask for a desktop's page.
    static let mac = AgentMarks(rawValue: 1 << 11)
    /// iPhone, iPad, iPod.
    static let appleDevice = AgentMarks(rawValue: 1 << 12)
    static let android = AgentMarks(rawValue: 1 << 13)
    static let series60 = AgentMarks(rawValue: 1 << 15)
    static let smartSpeaker = AgentMarks(rawValue: 1 << 16)
    static let operaMobile = AgentMarks(rawValue: 1 << 17)
    static let facebookVersion = AgentMarks(rawValue: 1 << 18)
    /// Words of early mobile phones: MIDP, CLDC, WAP, or their maker's name in front.
    static let featurePhone = AgentMarks(rawValue: 1 << 19)
    static let mozilla = AgentMarks(rawValue: 1 << 20)
    /// An application's own network library: no browser, but somebody's phone.
    static let application = AgentMarks(rawValue: 1 << 21)
    /// A web address, as robots give it.
    static let url = AgentMarks(rawValue: 1 << 22)
    /// `com` or `org`; with a dot in front, the end of a web address.
    static let topDomain = AgentMarks(rawValue: 1 << 31)
    static let domain = AgentMarks(rawValue: 1 << 23)
    /// A browser control that gives its maker's web address.
    static let embedded = AgentMarks(rawValue: 1 << 24)
    /// A word that only robots use: bot, crawler, spider.
    static let robotWord = AgentMarks(rawValue: 1 << 25)
    /// A word that hardly anything but a robot uses: check, preview, validator.
    static let robotHint = AgentMarks(rawValue: 1 << 26)
    /// A word that robots use, but applications on telephones too: client, reader, feed.
    static let robotOrApplication = AgentMarks(rawValue: 1 << 14)
    /// The word may be the first of two that mean something together.
    static let opensPair = AgentMarks(rawValue: 1 << 27)
    /// A maker of telephones, if it is the first word.
    static let handsetMaker = AgentMarks(rawValue: 1 << 28)
    /// `MSIE`, whose number may be a pretence.
    static let explorer = AgentMarks(rawValue: 1 << 29)
    static let fuchsia = AgentMarks(rawValue: 1 << 30)
    /// BlackBerry's tablets, whose browser has the system's version.
    static let tabletOS = AgentMarks(rawValue: 1 << 32)

    static let firefox = AgentMarks(rawValue: 1 << 33)
    /// `Mozilla` behind a comma: the agent follows another one.
    static let joined = AgentMarks(rawValue: 1 << 34)

    /// Those behind which a number is noted.
    static let numbered: AgentMarks = [
        .version, .trident, .safari, .chrome, .android, .webKit, .series60, .facebookVersion, .explorer,
        .tabletOS, .firefox,
    ]
}
