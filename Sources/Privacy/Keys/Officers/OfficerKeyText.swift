/// The private half of an officer as the text that the officer keeps.
///
///     -----BEGIN FOOTFALL OFFICER KEY-----
///     Version: 1
///     Officer: anna
///     Fingerprint: 0123456789abcdef
///
///     (base64 of 32 bytes)
///     -----END FOOTFALL OFFICER KEY-----
///
/// The form of RFC 7468 with the headers of RFC 1421. The name is for people alone; the fingerprint tells a text in
/// which a character has changed.
enum OfficerKeyText {
    static let byteLimit = 1024

    private static let begin = "-----BEGIN FOOTFALL OFFICER KEY-----"
    private static let end = "-----END FOOTFALL OFFICER KEY-----"
    private static let version = "Version: 1"
    private static let fingerprint = "Fingerprint: "

    static func write(_ half: borrowing PrivateHalf, of name: String) -> SecretBytes {
        var text = SecretBytes(capacity: byteLimit)
        text.append("\(begin)\n\(version)\nOfficer: \(name)\n\(fingerprint)\(half.publicHalf.fingerprint)\n\n")
        KeyText.append(half.secret, to: &text)
        text.append("\n\(end)\n")
        return text
    }

    /// - Returns: nil unless `text` is whole; spaces at the ends of lines and empty lines do not matter.
    static func read(_ text: borrowing SecretBytes) -> PrivateHalf? {
        unsafe text.withUnsafeBytes { bytes in
            // SAFETY: the pieces of the buffer are used within this closure only.
            let lines = unsafe bytes.split { $0 == UInt8(ascii: "\n") }.map {
                unsafe UnsafeRawBufferPointer(rebasing: bytes[trimmed($0)])
            }.filter { unsafe !$0.isEmpty }
            guard unsafe lines.count >= 5, unsafe lines[0].elementsEqual(begin.utf8),
                unsafe lines[1].elementsEqual(version.utf8), unsafe lines[lines.count - 1].elementsEqual(end.utf8),
                let secret = unsafe KeyText.read(lines[lines.count - 2])
            else { return nil }
            let half = PrivateHalf(secret)
            let expected = fingerprint + half.publicHalf.fingerprint
            guard unsafe lines[2..<(lines.count - 2)].contains(where: { unsafe $0.elementsEqual(expected.utf8) }) else {
                return nil
            }
            return half
        }
    }

    /// The range of a line without the spaces and carriage returns around it.
    private static func trimmed(_ line: Slice<UnsafeRawBufferPointer>) -> Range<Int> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        var range = unsafe line.startIndex..<line.endIndex
        while let last = range.last, unsafe isSpace(line[last]) { range = range.lowerBound..<last }
        while let first = range.first, unsafe isSpace(line[first]) { range = (first + 1)..<range.upperBound }
        return range
    }
}
