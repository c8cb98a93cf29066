/// What kind of device an agent says it runs on.
public enum DeviceClass: String, Hashable, Sendable, CaseIterable {
    case desktop, phone, tablet, tv, console, car, robot, other
}
