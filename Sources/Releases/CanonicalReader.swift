import Events

/// Reads what ``CanonicalWriter`` wrote and refuses everything else, naming the offset.
///
/// Nothing is allocated by a length that the bytes merely claim: a list has at most as many items as bytes are left.
struct CanonicalReader {
    let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func number() throws(ReleaseError) -> Int64 {
        guard bytes.count - offset >= 8 else { throw .malformed(offset: offset) }
        var value: Int64 = 0
        for place in offset..<offset + 8 { value = value << 8 | Int64(bytes[place]) }
        offset += 8
        return value
    }

    /// A count of things that take at least one byte each.
    mutating func count() throws(ReleaseError) -> Int {
        let start = offset
        let value = try number()
        guard (0...Int64(bytes.count - offset)).contains(value) else { throw .malformed(offset: start) }
        return Int(value)
    }

    mutating func tag() throws(ReleaseError) -> UInt8 {
        guard offset < bytes.count else { throw .malformed(offset: offset) }
        offset += 1
        return bytes[offset - 1]
    }

    mutating func raw() throws(ReleaseError) -> [UInt8] {
        let length = try count()
        offset += length
        return Array(bytes[offset - length..<offset])
    }

    mutating func text() throws(ReleaseError) -> String {
        let start = offset
        let length = try count()
        offset += length
        guard let text = String(validating: bytes[offset - length..<offset], as: UTF8.self) else {
            throw .malformed(offset: start)
        }
        return text
    }

    /// Passes over `count` things of `size` bytes each.
    mutating func skip(_ count: Int, each size: Int) throws(ReleaseError) {
        let (length, overflow) = count.multipliedReportingOverflow(by: size)
        guard !overflow, length <= bytes.count - offset else { throw .malformed(offset: offset) }
        offset += length
    }

    /// Passes over a text of which as many bytes are left.
    mutating func skipText(length: Int) throws(ReleaseError) {
        var others: UInt8 = 0
        for place in offset..<offset + length { others |= bytes[place] }
        // Most labels are ASCII.
        if others >= 0x80, String(validating: bytes[offset..<offset + length], as: UTF8.self) == nil {
            throw .malformed(offset: offset)
        }
        offset += length
    }

    mutating func epoch() throws(ReleaseError) -> Epoch {
        let start = offset
        guard let day = Int32(exactly: try number()), let supplement = Int32(exactly: try number()), supplement >= 0
        else {
            throw .malformed(offset: start)
        }
        return Epoch(day: Day(number: day), supplement: Int(supplement))
    }

    func finish() throws(ReleaseError) {
        guard offset == bytes.count else { throw .malformed(offset: offset) }
    }
}
