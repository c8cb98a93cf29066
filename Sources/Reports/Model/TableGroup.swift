/// The parts that a report falls into, in the order in which they are read.
public enum TableGroup: String, CaseIterable, Sendable {
    case traffic, content, visits, origin, clients, people, apps, robots
}
