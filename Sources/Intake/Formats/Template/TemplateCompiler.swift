/// Puts a template together from literals and directives, whatever the dialect.
struct TemplateCompiler {
    private var template: LineTemplate
    /// The rank of each step's directive, and where it stands in the text.
    private var ranks: [Int] = []
    private var offsets: [Int] = []

    init(escapes: FieldValue.Escapes) {
        template = LineTemplate(escapes: escapes)
    }

    mutating func append(literal: UInt8) {
        template.append(literal: CollectionOfOne(literal))
    }

    /// Takes the last byte of literal text back.
    mutating func removeLastLiteral() {
        template.removeLastLiteral()
    }

    mutating func append(_ directive: FormatDirective, offset: Int) {
        // A path with the query right behind it is a target.
        if directive.field == .query, let last = template.steps.last, last.field == .path, last.literal.isEmpty {
            template.replaceField(at: template.steps.count - 1, by: .text(.target))
            return
        }
        template.append(directive.field, ending: directive.ending ?? .literal)
        ranks.append(directive.rank)
        offsets.append(offset)
    }

    /// Settles which directives are used and how their values end.
    func finish() throws(FormatTextError) -> LineTemplate {
        var result = template
        settleRivals(&result)
        for (index, step) in result.steps.enumerated() where step.ending != .time {
            let behind = result.literal(behind: index)
            if behind.isEmpty {
                guard index == result.steps.count - 1 else { throw .noEnd(offset: offsets[index]) }
            } else if behind.first == ASCII.quote, result.literal(before: index).last == ASCII.quote,
                result.escapes != .none
            {
                result.replaceEnding(at: index, by: .quote)
            } else if behind.first == ASCII.space {
                result.replaceEnding(at: index, by: .list)
            }
        }
        let fields = result.steps.map(\.field)
        guard fields.contains(where: \.isTime) else { throw .noTime }
        guard fields.contains(where: \.isCounted) else { throw .nothingUsed }
        return result
    }

    /// Where several directives fill the same field, one is used and the others are passed over.
    private func settleRivals(_ result: inout LineTemplate) {
        func isWorse(_ index: Int, than other: Int) -> Bool {
            (ranks[index], index) > (ranks[other], other)
        }
        let fields = result.steps.map(\.field)
        // A whole target is better than its parts, and a request line than a target.
        let hasRequest = fields.contains(.request)
        let hasTarget = hasRequest || fields.contains(.text(.target))
        for (index, field) in fields.enumerated() {
            let isBeaten = fields.indices.contains {
                $0 != index && fields[$0].isRival(of: field) && isWorse(index, than: $0)
            }
            let isPart =
                hasTarget && (field == .path || field == .query)
                || hasRequest && [.text(.target), .text(.method), .text(.protocol)].contains(field)
            if isBeaten || isPart { result.replaceField(at: index, by: .ignored) }
        }
    }
}

extension LogField {
    var isTime: Bool {
        if case .time = self { true } else { false }
    }

    /// Whether a line that has it is a record of something, and not only a message.
    var isCounted: Bool {
        switch self {
        case .request, .path, .status: true
        case .text(let text): LineRecord.countedTexts.contains(text)
        default: false
        }
    }
}
