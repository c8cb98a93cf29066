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
        let system = system(scan)
        if let robot = robotName(scan, system) {
            return AgentClass(
                browserMajor: scan.robotVersion, os: system?.name, deviceClass: .robot, robotName: robot)
        }
        let (browser, major) = browser(scan, system)
        return AgentClass(
            browser: browser, browserMajor: major, os: system?.name, deviceClass: deviceClass(scan, system))
    }

    private func robotName(_ scan: AgentScan, _ system: SystemFamily?) -> String? {
        let isNamed = scan.robot >= 0
        guard isNamed && !isApplication(scan, system) || isRobot(scan, system) else { return nil }
        return isNamed ? AgentLexicon.robots[Int(scan.robot)].name : AgentClass.otherRobot
    }

    /// Whether a name that applications share with robots comes from somebody's device.
    private func isApplication(_ scan: AgentScan, _ system: SystemFamily?) -> Bool {
        Int(scan.robot) >= AgentLexicon.certainRobots.count && isHandset(scan, system)
    }

    private func isHandset(_ scan: AgentScan, _ system: SystemFamily?) -> Bool {
        scan.marks.contains(.featurePhone) || system?.isHandset == true
    }

    /// Whether an agent that names no known robot is one all the same.
    private func isRobot(_ scan: AgentScan, _ system: SystemFamily?) -> Bool {
        if scan.marks.contains(.robotWord) || isPutTogether(scan) { return true }
        // Browsers say Mozilla or their name, applications and old telephones what they run on.
        let isHandset = isHandset(scan, system)
        if isHandset, !scan.marks.contains(.mozilla) { return false }
        if scan.marks.contains(.robotHint) { return true }
        if scan.marks.contains(.url), !scan.marks.contains(.embedded) { return true }
        if isHandset { return false }
        if scan.marks.contains(.robotOrApplication) { return true }
        if scan.marks.contains(.domain), !scan.marks.contains(.embedded) { return true }
        if scan.browser >= 0 { return false }
        if scan.marks.isDisjoint(with: [.mozilla, .application]) { return true }
        return isNameless(scan, system)
    }

    /// Whether the agent is put together as no browser does it, but programs that pass for one.
    private func isPutTogether(_ scan: AgentScan) -> Bool {
        // Fields of a request that come twice are joined by commas (RFC 9110, section 5.3), and a browser sends one.
        if scan.marks.contains(.joined) || scan.chrome.runsIntoName { return true }
        // Chrome has its own engine since version 28, and has called it WebKit 537.36 ever since.
        return scan.chrome.major >= 28 && scan.webKit.major != NumberColumn.absent
            && (scan.webKit.major, scan.webKit.minor) != (537, 36)
    }

    /// `Mozilla/5.0 (compatible; something)`: no browser, no engine, no device.
    private func isNameless(_ scan: AgentScan, _ system: SystemFamily?) -> Bool {
        scan.device == nil && (system == nil || system?.kind == .desktop || system?.kind == .linux)
            && scan.marks.isDisjoint(with: [.trident, .webKit, .gecko, .application, .mobile])
    }
}
