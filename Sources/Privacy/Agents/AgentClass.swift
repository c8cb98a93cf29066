public import Events

/// What is kept of a user agent: families and a major version, nothing that tells two devices of one model apart.
public struct AgentClass: Hashable, Sendable {
    /// What stands for a robot that is not on the built-in list; a name taken from the agent could be an identifier.
    public static let otherRobot = "other robot"

    /// The browser's family ("Chrome Mobile"), nil if it is unknown or a robot.
    public var browser: String?
    /// The major version of the browser or robot, `NumberColumn.absent` if it is unknown.
    public var browserMajor: Int64
    /// The operating system's family ("Mac OS X"), nil if it is unknown.
    public var os: String?
    public var deviceClass: DeviceClass?
    /// A name from the built-in list or ``otherRobot``, nil if it is no robot.
    public var robotName: String?

    /// Whether nobody sits behind it: crawlers, monitors, link previews, libraries.
    public var isRobot: Bool { robotName != nil }

    public init(
        browser: String? = nil, browserMajor: Int64 = NumberColumn.absent, os: String? = nil,
        deviceClass: DeviceClass? = nil, robotName: String? = nil
    ) {
        self.browser = browser
        self.browserMajor = browserMajor
        self.os = os
        self.deviceClass = deviceClass
        self.robotName = robotName
    }
}
