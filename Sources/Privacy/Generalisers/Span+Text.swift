extension Span<UInt8> {
    /// Whether the bytes are those of `text`.
    @inline(__always)
    func equals(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard count == utf8.count else { return false }
        var index = 0
        for byte in utf8 {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// Whether the bytes are `bytes`.
    @inline(__always)
    func equals(_ bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        for index in bytes.indices where self[index] != bytes[index] { return false }
        return true
    }

    /// Whether the bytes are those of `text`, which is in lower case, without regard to the case of ASCII letters.
    @inline(__always)
    func equalsIgnoringCase(_ text: String) -> Bool {
        let utf8 = text.utf8
        guard count == utf8.count else { return false }
        var index = 0
        for byte in utf8 {
            guard ASCII.lowercased(self[index]) == byte else { return false }
            index += 1
        }
        return true
    }

    /// Where the text lies without the spaces and tabs around it.
    var trimmedRange: Range<Int> {
        var start = 0
        var end = count
        while start < end, self[start] == UInt8(ascii: " ") || self[start] == UInt8(ascii: "\t") { start += 1 }
        while end > start, self[end - 1] == UInt8(ascii: " ") || self[end - 1] == UInt8(ascii: "\t") { end -= 1 }
        return start..<end
    }
}

extension Array<UInt8> {
    /// Appends the bytes of a span.
    @inline(__always)
    mutating func append(_ span: Span<UInt8>) {
        // SAFETY: the buffer is read before the closure ends.
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
