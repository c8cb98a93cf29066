/// What the last segment of a path ends with.
public enum FileExtension {
    /// The longest that counts as one.
    private static let longest = 8

    /// The extension without its dot, in lower case: up to eight letters and digits; nil if there is none.
    public static func of(_ path: String) -> String? {
        let bytes = Array(path.utf8)
        return range(in: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
    }

    /// Where the extension lies in a path, nil if it has none.
    static func range(in path: Span<UInt8>) -> Range<Int>? {
        var index = path.count
        while index > 0 {
            index -= 1
            let byte = path[index]
            if byte == UInt8(ascii: ".") {
                let start = index + 1
                return start < path.count ? start..<path.count : nil
            }
            guard isAlphanumeric(byte), path.count - index <= longest else { return nil }
        }
        return nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
