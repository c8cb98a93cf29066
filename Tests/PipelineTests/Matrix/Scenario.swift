import Testing

/// A name that reads as a sentence, and the steps that have to bear it out.
struct Scenario: Sendable, CustomTestStringConvertible {
    let name: String
    let feedings: [Feeding]
    /// The format of its lines; nil for any.
    let format: LogMaker.Format?
    /// Whether it is too large to be run again for every instant at which it may be killed.
    let isLarge: Bool
    let steps: @Sendable (inout LogMaker) -> [Step]

    init(
        _ name: String, by feedings: [Feeding] = Feeding.allCases, of format: LogMaker.Format? = nil,
        isLarge: Bool = false,
        steps: @escaping @Sendable (inout LogMaker) -> [Step]
    ) {
        self.name = name
        self.feedings = feedings
        self.format = format
        self.isLarge = isLarge
        self.steps = steps
    }

    static let all = repeated + unfinished + rotated + concatenated + restarted + severalServers

    var testDescription: String { name }
}
