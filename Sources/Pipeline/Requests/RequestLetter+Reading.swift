import Events
import Intake
import Privacy

extension RequestLetter {
    /// How many bytes a line can have that is no identifier.
    static let longestLine = 4096
    /// How many bytes a letter can have; a document that is sealed has more.
    static let byteLimit = 512 << 10

    /// What lines can say besides identifiers.
    private enum Key: String {
        case representative, authority, reference, date, from, to, filter
    }

    /// What the lines have said so far, by key, with the line's number.
    private struct Draft {
        var texts: [Key: (line: Int, text: String)] = [:]
        var corrections: [(line: Int, correction: Correction)] = []
        /// The letter with other lines than identifiers left empty, so that lines keep their numbers.
        var subject: [UInt8] = []
    }

    /// Reads what a request of a kind says.
    ///
    /// - Parameter isRepresented: whether somebody acts for the person.
    static func read(
        _ text: [UInt8], _ kind: RequestKind, isRepresented: Bool
    ) throws(RequestLetterError) -> RequestLetter {
        var draft = Draft()
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            let isSubject = try !take(line, place + 1, kind, &draft)
            if isSubject {
                if kind == .authority, isContent(line) { throw misplaced(line, place + 1) }
                draft.subject += line
            }
            draft.subject.append(UInt8(ascii: "\n"))
        }
        guard !isRepresented || draft.texts[.representative] != nil else { throw .noRepresentative }
        guard kind != .correct || !draft.corrections.isEmpty else { throw .noCorrection }
        let order = kind == .authority ? try order(draft) : nil
        return RequestLetter(
            text: text, identifiers: kind == .authority ? [] : try identifiers(draft.subject),
            representative: draft.texts[.representative]?.text, corrections: draft.corrections.map(\.correction),
            order: order)
    }

    private static func identifiers(_ text: [UInt8]) throws(RequestLetterError) -> [SubjectIdentifier] {
        do throws(SubjectListError) {
            return try SubjectList.person(text).identifiers
        } catch {
            throw .subject(error)
        }
    }

    /// Why a line of an order is refused that says none of the things that orders say: an identifier could be meant as one of
    /// several, of which any is enough, or as one that has to be there beside the others.
    private static func misplaced(_ line: ArraySlice<UInt8>, _ number: Int) -> RequestLetterError {
        do throws(SubjectListError) {
            guard let identifier = try SubjectList.person(Array(line)).identifiers.first else {
                return .misplaced(line: number)
            }
            return .identifierInOrder(line: number, field: field(of: identifier.kind))
        } catch {
            return .misplaced(line: number)
        }
    }

    /// The field of a filter in which an identifier stands.
    private static func field(of kind: SubjectIdentifier.Kind) -> RawBatch.Text {
        switch kind {
        case .user, .email: .user
        case .cookie: .cookie
        case .device: .device
        case .mac: .mac
        case .address: .client
        }
    }

    /// - Returns: false for a line that may be an identifier, or says nothing.
    private static func take(
        _ line: ArraySlice<UInt8>, _ number: Int, _ kind: RequestKind, _ draft: inout Draft
    ) throws(RequestLetterError) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.first != UInt8(ascii: "#") else { return false }
        let name = trimmed(line[..<colon]).lowercased()
        let value = trimmed(line[(colon + 1)...])
        if name.hasPrefix("set ") {
            guard kind == .correct else { throw .misplaced(line: number) }
            let fieldName = name.dropFirst("set ".count).drop { $0 == " " }
            guard let field = correctable.first(where: { $0.name == fieldName })?.field else {
                throw .unknownField(line: number)
            }
            guard !draft.corrections.contains(where: { $0.correction.field == field }) else {
                throw .twice(line: number)
            }
            try check(value, number)
            draft.corrections.append((number, Correction(field: field, value: Array(value.utf8))))
            return true
        }
        guard let key = Key(rawValue: name) else { return false }
        guard (key == .representative) == kind.isOfPerson else { throw .misplaced(line: number) }
        guard draft.texts[key] == nil else { throw .twice(line: number) }
        try check(value, number)
        draft.texts[key] = (number, value)
        return true
    }

    private static func check(_ value: String, _ line: Int) throws(RequestLetterError) {
        guard !value.isEmpty else { throw .noValue(line: line) }
        guard value.utf8.count <= longestLine else { throw .tooLong(line: line) }
    }

    private static func order(_ draft: Draft) throws(RequestLetterError) -> Order {
        guard let authority = draft.texts[.authority], let reference = draft.texts[.reference],
            let from = draft.texts[.from], let to = draft.texts[.to]
        else { throw .incompleteOrder }
        guard let first = Day(from.text) else { throw .noDay(line: from.line) }
        guard let last = Day(to.text) else { throw .noDay(line: to.line) }
        guard first <= last else { throw .daysReversed }
        let date = draft.texts[.date]
        if let date, Day(date.text) == nil { throw .noDay(line: date.line) }
        let filter = draft.texts[.filter]
        do {
            _ = try LineFilter(filter?.text ?? "")
        } catch {
            throw .filter(line: filter?.line ?? 0, words: JobError.text(of: error))
        }
        return Order(
            authority: authority.text, reference: reference.text, date: date.flatMap { Day($0.text) },
            days: first...last, filter: filter?.text ?? "")
    }

    private static func isContent(_ line: ArraySlice<UInt8>) -> Bool {
        let text = trimmed(line)
        return !text.isEmpty && !text.hasPrefix("#")
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
