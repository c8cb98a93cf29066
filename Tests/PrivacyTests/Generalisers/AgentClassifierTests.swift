import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("Agent classifier")
struct AgentClassifierTests {
    private static let classifier = AgentClassifier()

    private static func classify(_ agent: String) -> AgentClass {
        let bytes = Array(agent.utf8)
        return classifier.classify(bytes.span)
    }

    private static let webKit = "AppleWebKit/537.36 (KHTML, like Gecko)"
    private static let iPhone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    private static let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
    private static let android = "Mozilla/5.0 (Linux; Android 14; SM-S918N)"

    @Test(
        "A browser is known by family, version, system and device",
        arguments: [
            ("\(windows) \(webKit) Chrome/125.0.0.0 Safari/537.36", "Chrome", 125, "Windows", DeviceClass.desktop),
            ("\(windows) \(webKit) Chrome/125.0.0.0 Safari/537.36 Edg/125.0.0.0", "Edge", 125, "Windows", .desktop),
            ("\(windows) \(webKit) Chrome/124.0.0.0 Whale/3.26.0 Safari/537.36", "Whale", 3, "Windows", .desktop),
            ("\(windows) \(webKit) Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0", "Opera", 110, "Windows", .desktop),
            ("\(windows); rv:126.0) Gecko/20100101 Firefox/126.0", "Firefox", 126, "Windows", .desktop),
            ("Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko", "IE", 11, "Windows", .desktop),
            ("\(android) \(webKit) Chrome/125.0.0.0 Mobile Safari/537.36", "Chrome Mobile", 125, "Android", .phone),
            (
                "\(android) \(webKit) SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36", "Samsung Internet", 25,
                "Android", .tablet
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; K; wv) \(webKit) Version/4.0 Chrome/125.0.0.0 Mobile Safari/537.36",
                "Chrome Mobile WebView", 125, "Android", .phone
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; K; wv) \(webKit) Version/4.0 Chrome/125.0.0.0 Mobile Safari/537.36 KAKAOTALK 10.8",
                "KakaoTalk", 10, "Android", .phone
            ),
            (
                "Mozilla/5.0 (Android 14; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0", "Firefox Mobile", 126,
                "Android", .phone
            ),
            ("\(iPhone) Version/17.4 Mobile/15E148 Safari/604.1", "Mobile Safari", 17, "iOS", .phone),
            ("\(iPhone) CriOS/125.0.0.0 Mobile/15E148 Safari/604.1", "Chrome Mobile iOS", 125, "iOS", .phone),
            ("\(iPhone) FxiOS/126.0 Mobile/15E148 Safari/605.1.15", "Firefox iOS", 126, "iOS", .phone),
            (
                "Mozilla/5.0 (iPad; CPU OS 16_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.1 Safari/604.1",
                "Mobile Safari", 16, "iOS", .tablet
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
                "Safari", 17, "Mac OS X", .desktop
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) \(webKit) Chrome/125.0.0.0 Safari/537.36", "Chrome", 125,
                "Chrome OS", .desktop
            ),
            (
                "Mozilla/5.0 (Web0S; Linux/SmartTV) \(webKit) Chrome/94.0.4606.128 Safari/537.36", "Chrome", 94,
                "webOS", .tv
            ),
            (
                "Mozilla/5.0 (X11; GNU/Linux) \(webKit) Chromium/79.0 Chrome/79.0 Safari/537.36 Tesla/2022", "Chromium",
                79, "Linux", .car
            ),
            (
                "\(windows); Xbox; Xbox One) \(webKit) Chrome/48.0 Safari/537.36 Edge/44.18", "Edge", 44, "Windows",
                .console
            ),
        ] as [(String, String, Int64, String, DeviceClass)])
    func browsers(_ agent: String, _ family: String, _ major: Int64, _ os: String, _ device: DeviceClass) {
        let expected = AgentClass(browser: family, browserMajor: major, os: os, deviceClass: device)
        #expect(Self.classify(agent) == expected)
    }

    @Test(
        "A robot on the list keeps its name, any other has none",
        arguments: [
            ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot"),
            ("\(android) \(webKit) Chrome/125.0 Mobile Safari/537.36 (compatible; bingbot/2.0; +http://x)", "bingbot"),
            ("Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)", "Yeti"), ("curl/8.5.0", "curl"),
            ("python-requests/2.31.0", "python-requests"), ("Go-http-client/2.0", "Go-http-client"),
            ("Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", "AhrefsBot"),
            ("jane-roe-private-bot/1.0", AgentClass.otherRobot),
            ("Mozilla/5.0 (compatible; Jane)", AgentClass.otherRobot),
            ("SomeTool", AgentClass.otherRobot), ("", AgentClass.otherRobot), ("-", AgentClass.otherRobot),
            ("Java/17.0.1", AgentClass.otherRobot), ("Mozilla/5.0 (+https://jane.example)", AgentClass.otherRobot),
        ])
    func robots(_ agent: String, _ name: String) {
        let found = Self.classify(agent)
        #expect(found.robotName == name && found.isRobot)
        #expect(found.deviceClass == .robot && found.browser == nil)
    }

    @Test(
        "An agent that is put together as no browser does it is a robot's",
        arguments: [
            "\(android) AppleWebKit/605.36 (KHTML, like Gecko) Chrome/107.0.4183.121 Mobile Safari/537.36",
            "\(android) AppleWebKit/537.3 (KHTML, like Gecko) Chrome/28.0.1500.94 Mobile Safari/537.36",
            "\(android) \(webKit) Version/4.0 Chrome/105.0.0.0MQQBrowser/6.2 Mobile Safari/537.36",
            "Somebody, \(android) \(webKit) Chrome/92.0.4515.166 Mobile Safari/537.36",
            "Somebody,\(android) \(webKit) Chrome/92.0.4515.166 Mobile Safari/537.36",
            "Somebody,+Mozilla/5.0+(Linux;+Android+9)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/92.0+Mobile+Safari/537.36",
        ])
    func putTogether(_ agent: String) {
        #expect(Self.classify(agent).isRobot)
    }

    @Test(
        "What old and odd browsers say is no robot's",
        arguments: [
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.31 (KHTML, like Gecko) Chrome/26.0.1410.63 Safari/537.31",
            "\(android) AppleWebKit/535.19 (KHTML, like Gecko) Chrome/18.0.1025.166 Mobile Safari/535.19",
            "\(android) \(webKit) Version/4.0 Chrome/57.0.2987.132 MQQBrowser/6.2 TBS/044807 Mobile Safari/537.36",
            "\(android) AppleWebKit/537.36(KHTML, like Gecko)Chrome/92.0.4515.166 Mobile Safari/537.36",
            "SonyEricssonU5a/R1CA; Mozilla/5.0 (SymbianOS/9.4; U; Series60/5.0 Profile/MIDP-2.1) AppleWebKit/525",
            "MQQBrowser/371 Mozilla/5.0 (iPhone; CPU iPhone OS 6_0_1 like Mac OS X) AppleWebKit/536.26 Mobile/10A523",
        ])
    func odd(_ agent: String) {
        #expect(!Self.classify(agent).isRobot)
    }

    @Test("A phone's brand that ends like a robot is none")
    func cubot() {
        let agent = "Mozilla/5.0 (Linux; Android 9; CUBOT X19) \(Self.webKit) Chrome/80.0 Mobile Safari/537.36"
        #expect(Self.classify(agent).browser == "Chrome Mobile")
    }

    @Test(
        "Agents written by hand are known by everything that is kept of them",
        arguments: [
            HandWrittenAgents.desktop, HandWrittenAgents.handheld, HandWrittenAgents.applications,
            HandWrittenAgents.elsewhere, HandWrittenAgents.robots,
        ].flatMap(\.self))
    func handWritten(_ sample: HandWrittenAgents.Case) {
        #expect(Self.classify(sample.agent) == sample.expected)
    }

    /// Every name that may be stored.
    private static let vocabulary: Set<String> = {
        let lists =
            AgentLexicon.browsers.map(\.name) + AgentLexicon.systems.map(\.name) + AgentLexicon.robots.map(\.name)
        return Set(lists).union([
            AgentClass.otherRobot, "Chrome Mobile", "Chrome Mobile WebView", "Android", "Mobile Safari",
            "Firefox Mobile", "Firefox Alpha", "Firefox Beta", "Opera Mobile", "Mobile Safari UI/WKWebView",
            "WebKit Nightly", "Apple Mail", "BlackBerry WebKit", "DuckDuckGo Mobile", "Edge Mobile",
            "Nokia OSS Browser", "Nokia Services (WAP) Browser", "NetFront NX", "Chromecast Android",
            "Chromecast SmartSpeaker", "Chromecast Fuchsia", "Chromecast Linux",
        ])
    }()

    @Test("Any bytes are classified into the built-in vocabulary")
    func anyBytes() {
        let names = Self.vocabulary
        var generator = SplitMix64(seed: 9)
        let pieces =
            [
                "Mozilla/5.0 ", "(", ")", ";", "Android 9", "iPhone", "Chrome/", "99999999", "12", " ", "jane@x.org",
                "bot", "\u{0}", "é", "Version/", "AppleWebKit/534.1+ ", "Series60/", "NAVER(", "Firefox/4.0b", "Opera ",
                "Mini/", "Mobile ", "Macintosh; ", "CFNetwork/", "Trident/", "MSIE ", "CrKey ", "@", "Nokia",
            ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...12, using: &generator)
            let found = Self.classify((0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
            for name in [found.browser, found.os, found.robotName].compactMap(\.self) { #expect(names.contains(name)) }
            #expect(found.browserMajor == NumberColumn.absent || (0...999_999).contains(found.browserMajor))
        }
    }

    @Test("No bytes can crash it, whatever their length")
    func randomBytes() {
        var generator = SplitMix64(seed: 10)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...3000, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let found = Self.classifier.classify(bytes.span)
            for name in [found.browser, found.os, found.robotName].compactMap(\.self) {
                #expect(Self.vocabulary.contains(name))
            }
        }
    }
}
