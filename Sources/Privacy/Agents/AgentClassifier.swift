internal import Events

/// Tells browser family and major version, system and device class from a user agent, and robots from people.
///
/// One walk over the agent finds the words that mean something (`AgentLexicon`); a few rules decide between them.
/// Families have the names that the uap-core definitions use. Nothing of the agent itself is kept.
public struct AgentClassifier: Sendable {
    private let lexicon = AgentLexicon.standard

    public init() {}

    /// Classifies an agent; an empty one, or `-`, is a robot, since every browser sends one.
    public func classify(_ agent: Span<UInt8>) -> AgentClass {
        let scan = AgentScan(agent, lexicon: lexicon)
        let os = system(scan)
        if let robot = robotName(scan, os: os) {
            return AgentClass(browserMajor: scan.robotVersion, os: os, deviceClass: .robot, robotName: robot)
        }
        let (browser, major) = browser(scan, os: os)
        return AgentClass(browser: browser, browserMajor: major, os: os, deviceClass: deviceClass(scan, os: os))
    }

    private func robotName(_ scan: AgentScan, os: String?) -> String? {
        if scan.robot >= 0 { return AgentLexicon.robots[Int(scan.robot)].name }
        if scan.marks.contains(.robotWord) { return AgentClass.otherRobot }
        if scan.marks.contains(.url) { return AgentClass.otherRobot }
        // Browsers say Mozilla or their name, applications the phone that they run on.
        if scan.marks.isDisjoint(with: [.mozilla, .application, .featurePhone]), scan.browser < 0, !isPhone(os) {
            return AgentClass.otherRobot
        }
        return isNameless(scan, os: os) ? AgentClass.otherRobot : nil
    }

    /// `Mozilla/5.0 (compatible; something)`: no browser, no engine, no device.
    private func isNameless(_ scan: AgentScan, os: String?) -> Bool {
        scan.browser < 0 && scan.device == nil && (os == nil || os == "Windows" || os == "Linux")
            && scan.marks.isDisjoint(with: [.trident, .webKit, .gecko, .application, .featurePhone, .mobile])
    }

    private func isPhone(_ os: String?) -> Bool {
        switch os {
        case nil, "Windows", "Linux", "Mac OS X", "Ubuntu", "FreeBSD", "Debian", "Fedora": false
        default: true
        }
    }

    private func deviceClass(_ scan: AgentScan, os: String?) -> DeviceClass? {
        switch scan.device {
        case .tv, .console, .car, .other, .tablet: return scan.device
        default: break
        }
        switch os {
        case "Android", "HarmonyOS":
            if scan.marks.contains(.tablet) { return .tablet }
            return scan.marks.contains(.mobile) || !scan.marks.contains(.webKit) ? .phone : .tablet
        case "GoogleTV", "Roku", "tvOS", "ATV OS X", "WebTV", "Chromecast": return .tv
        case "Windows", "Mac OS X", "Mac OS", "Linux", "Ubuntu", "Debian", "Fedora", "Chrome OS", "FreeBSD", "OpenBSD",
            "NetBSD", "Solaris", "SerenityOS":
            return scan.device ?? .desktop
        case "WatchOS": return .other
        case nil:
            return scan.device ?? (scan.marks.contains(.mobile) || scan.marks.contains(.featurePhone) ? .phone : nil)
        default: return scan.device ?? .phone
        }
    }

    private func system(_ scan: AgentScan) -> String? {
        var name = scan.system < 0 ? nil : AgentLexicon.systems[Int(scan.system)].name
        if scan.marks.contains(.cfNetwork), name == nil || name == "Mac OS X" {
            return scan.marks.contains(.intel) || name != nil ? "Mac OS X" : "iOS"
        }
        if name == "Linux", scan.browser >= 0, AgentLexicon.browsers[Int(scan.browser)].name == "Amazon Silk" {
            name = "Android"
        }
        if name == nil, scan.marks.contains(.gecko), !scan.marks.isDisjoint(with: [.mobile, .tablet]) {
            name = "Firefox OS"
        }
        if name == nil, scan.marks.contains(.webView) { name = "Android" }
        return name
    }
}
