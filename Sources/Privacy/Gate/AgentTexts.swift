internal import Events

/// The class of a user agent, its names as numbers of texts; ``absentIndex`` where there is none.
struct AgentTexts: Sendable {
    let browser: UInt32
    let browserMajor: Int64
    let os: UInt32
    let deviceClass: UInt32
    /// A robot without a declared name has none: what it calls itself could be anything.
    let robotName: UInt32
    let isRobot: Bool

    init(_ agent: AgentClass, _ texts: inout ByteInterner) {
        func number(_ name: String?) -> UInt32 {
            name.map { texts.intern(Array($0.utf8).span) } ?? absentIndex
        }
        browser = number(agent.browser)
        browserMajor = agent.browserMajor
        os = number(agent.os)
        deviceClass = number(agent.deviceClass?.rawValue)
        robotName = number(agent.robotName == AgentClass.otherRobot ? nil : agent.robotName)
        isRobot = agent.isRobot
    }
}
