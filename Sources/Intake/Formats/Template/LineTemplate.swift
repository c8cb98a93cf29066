/// A line as a server's configuration describes it: fields with literal text before, between and behind them.
struct LineTemplate: Sendable {
    /// How the end of a value is found.
    enum Ending: Equatable, Sendable {
        /// Where the literal behind it stands next; at the end of the line if there is none.
        case literal
        /// Likewise, but what begins with a quote counts only where no backslash stands before it.
        case quote
        /// As for ``literal``, but a comma or colon and a space belong to the value: lists of addresses and of upstream
        /// servers.
        case list
        /// The value says itself where it ends.
        case time
    }

    /// A field and the literal behind it.
    struct Step: Sendable {
        var field: LogField
        var ending: Ending
        /// The literal behind the value, in ``literals``.
        var literal: Range<Int>
    }

    /// How values are escaped.
    var escapes: FieldValue.Escapes
    private(set) var literals: [UInt8] = []
    /// What stands before the first field.
    private(set) var prefix = 0..<0
    private(set) var steps: [Step] = []
    /// Whether the line may go on behind the last literal.
    var isOpen = false

    init(escapes: FieldValue.Escapes) {
        self.escapes = escapes
    }

    /// Appends literal text behind the last field.
    mutating func append(literal: some Sequence<UInt8>) {
        literals.append(contentsOf: literal)
        if steps.isEmpty {
            prefix = 0..<literals.count
        } else {
            steps[steps.count - 1].literal = steps[steps.count - 1].literal.lowerBound..<literals.count
        }
    }

    /// Takes the last byte of literal text back.
    mutating func removeLastLiteral() {
        literals.removeLast()
        if steps.isEmpty {
            prefix = 0..<literals.count
        } else {
            steps[steps.count - 1].literal = steps[steps.count - 1].literal.lowerBound..<literals.count
        }
    }

    /// Appends a field; literals behind it follow.
    mutating func append(_ field: LogField, ending: Ending) {
        steps.append(Step(field: field, ending: ending, literal: literals.count..<literals.count))
    }

    mutating func replaceField(at step: Int, by field: LogField) {
        steps[step].field = field
    }

    mutating func replaceEnding(at step: Int, by ending: Ending) {
        steps[step].ending = ending
    }

    /// The literal before a step.
    func literal(before step: Int) -> ArraySlice<UInt8> {
        literals[step == 0 ? prefix : steps[step - 1].literal]
    }

    /// The literal behind a step.
    func literal(behind step: Int) -> ArraySlice<UInt8> {
        literals[steps[step].literal]
    }
}

extension LineTemplate: Equatable {
    static func == (left: LineTemplate, right: LineTemplate) -> Bool {
        left.isOpen == right.isOpen && left.escapes == right.escapes && left.literals == right.literals
            && left.prefix == right.prefix && left.steps.count == right.steps.count
            && zip(left.steps, right.steps).allSatisfy {
                $0.field == $1.field && $0.ending == $1.ending && $0.literal == $1.literal
            }
    }
}
