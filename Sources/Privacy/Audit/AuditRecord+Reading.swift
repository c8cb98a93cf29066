extension AuditRecord {
    /// Reads what ``text`` writes and nothing else.
    init?(_ text: some Collection<UInt8>) {
        var scanner = AuditScanner(text)
        guard scanner.take("{"), case ("n", .number(let number))? = scanner.member(), number > 0,
            scanner.take(","), case ("time", .text(let time))? = scanner.member(),
            let seconds = AuditTime.seconds(time),
            scanner.take(","), case ("event", .text(let event))? = scanner.member(),
            scanner.take(","), case ("by", .text(let author))? = scanner.member()
        else { return nil }
        var fields: [Field] = []
        while scanner.take(",") {
            guard let (name, value) = scanner.member() else { return nil }
            fields.append(Field(name: name, value: value))
        }
        guard scanner.take("}"), scanner.isAtEnd else { return nil }
        self.init(number: number, time: seconds, event: event, author: author, fields: fields)
    }
}

/// Reads the few forms of JSON that records are made of.
private struct AuditScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: some Collection<UInt8>) {
        bytes = Array(text)
    }

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ character: Character) -> Bool {
        guard place < bytes.count, bytes[place] == character.asciiValue else { return false }
        place += 1
        return true
    }

    mutating func member() -> (String, AuditValue)? {
        guard let name = string(), take(":") else { return nil }
        if let text = string() { return (name, .text(text)) }
        return number().map { (name, .number($0)) }
    }

    private mutating func string() -> String? {
        let start = place
        guard take("\"") else { return nil }
        let end = bytes[place...].firstIndex { !AuditValue.isPlain($0) } ?? bytes.count
        let text = String(decoding: bytes[place..<end], as: UTF8.self)
        place = end
        if take("\"") { return text }
        place = start
        return nil
    }

    /// An integer as Swift writes it: no leading zeros, no plus sign.
    private mutating func number() -> Int? {
        let end = bytes[place...].firstIndex { !"-0123456789".utf8.contains($0) } ?? bytes.count
        let text = String(decoding: bytes[place..<end], as: UTF8.self)
        guard let number = Int(text), "\(number)" == text else { return nil }
        place = end
        return number
    }
}
