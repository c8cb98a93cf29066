import Events

extension Definition {
    static let robots = Definition(
        "robots", .robots, by: .text(.robotName), vocabulary: .declared, columns: [.hits, .bytes], relation: .none)
    static let monitors = Definition(
        "monitors", .monitors, by: .text(.robotName), vocabulary: .declared, columns: [.hits, .bytes], relation: .none)
}
