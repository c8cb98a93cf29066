/// The identifiers of one person, as somebody writes them down.
///
///     # from the letter of 3 March
///     account: kim
///     cookie: 8f14e45f
///     ip: 203.0.113.9
///
/// One identifier a line: its kind, a colon, the identifier. Case of the kind and blanks around the identifier make no
/// difference; blank lines and lines that begin with `#` are passed over, and repeated identifiers count once.
public struct SubjectList: Hashable, Sendable {
    /// How many identifiers one person can have.
    public static let mostIdentifiers = 1000
    /// How many bytes an identifier can have.
    public static let longestIdentifier = 4096

    /// The words for the kinds.
    static let names: [String: SubjectIdentifier.Kind] = [
        "account": .user, "user": .user, "email": .email, "cookie": .cookie, "device": .device, "mac": .mac,
        "address": .address, "ip": .address,
    ]

    /// Distinct, in the order of the text.
    public private(set) var identifiers: [SubjectIdentifier] = []

    private init() {}

    /// Reads the identifiers of one person, one a line.
    public static func person(_ text: [UInt8]) throws(SubjectListError) -> SubjectList {
        var list = SubjectList()
        for (number, line) in lines(text) { try list.add(line, number) }
        guard !list.identifiers.isEmpty else { throw .noIdentifiers }
        return list
    }

    /// Reads many people, one a line: `account: kim; cookie: 8f14e45f`.
    public static func people(_ text: [UInt8]) throws(SubjectListError) -> [SubjectList] {
        var people: [SubjectList] = []
        for (number, line) in lines(text) {
            var list = SubjectList()
            for part in line.split(separator: UInt8(ascii: ";")) where !trimmed(part).isEmpty {
                try list.add(part, number)
            }
            guard !list.identifiers.isEmpty else { throw .unknownKind(line: number) }
            people.append(list)
        }
        guard !people.isEmpty else { throw .noIdentifiers }
        return people
    }

    private mutating func add(_ text: ArraySlice<UInt8>, _ line: Int) throws(SubjectListError) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let kind = SubjectList.kind(text[..<colon]) else {
            throw .unknownKind(line: line)
        }
        let value = SubjectList.trimmed(text[(colon + 1)...])
        guard !value.isEmpty else { throw .emptyValue(line: line) }
        guard value.count <= SubjectList.longestIdentifier else { throw .tooLong(line: line) }
        let identifier = SubjectIdentifier(kind, Array(value))
        if identifier.isNullDevice { throw .nullDevice(line: line) }
        guard !identifiers.contains(identifier) else { return }
        guard identifiers.count < SubjectList.mostIdentifiers else { throw .tooMany(line: line) }
        identifiers.append(identifier)
    }

    private static func kind(_ name: ArraySlice<UInt8>) -> SubjectIdentifier.Kind? {
        names[String(decoding: trimmed(name).map(ASCII.lowercased), as: UTF8.self)]
    }

    /// The lines that say something, counted from 1.
    private static func lines(_ text: [UInt8]) -> [(number: Int, line: ArraySlice<UInt8>)] {
        let byteOrderMark = Array("\u{FEFF}".utf8)
        let content = text.starts(with: byteOrderMark) ? text[byteOrderMark.count...] : text[...]
        return content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap {
            let line = trimmed($0.element)
            return line.isEmpty || line.first == UInt8(ascii: "#") ? nil : ($0.offset + 1, line)
        }
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return text[first...last]
    }
}
