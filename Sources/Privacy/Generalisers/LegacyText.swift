internal import Glibc

/// Words in the encodings that Korean and Japanese sites had before UTF-8, as percent-escapes still carry them.
///
/// The encodings share their bytes, so a reading counts only if it is the only one that makes words: Hangul in EUC-KR, or
/// kana, perhaps with kanji, in EUC-JP or Shift_JIS. What has two readings, or none, stays unread.
enum LegacyText {
    /// Longer texts are no search words.
    private static let limit = 512

    /// The text in UTF-8, nil if it has not exactly one reading.
    static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= limit else { return nil }
        let readings = [
            converted(bytes, from: "EUC-KR").flatMap { isKorean($0) ? $0 : nil },
            converted(bytes, from: "EUC-JP").flatMap { isJapanese($0) ? $0 : nil },
            converted(bytes, from: "SHIFT_JIS").flatMap { isJapanese($0) ? $0 : nil },
        ].compactMap { $0 }
        return readings.count == 1 ? Array(readings[0].utf8) : nil
    }

    private static func isKorean(_ text: String) -> Bool {
        let words = text.unicodeScalars.filter { !$0.isASCII && $0 != "\u{3000}" }
        return !words.isEmpty && words.allSatisfy { ("\u{AC00}"..."\u{D7A3}").contains($0) }
    }

    private static func isJapanese(_ text: String) -> Bool {
        let words = text.unicodeScalars.filter { !$0.isASCII && $0 != "\u{3000}" }
        return words.contains(where: isKana)
            && words.allSatisfy {
                isKana($0) || ("\u{4E00}"..."\u{9FFF}").contains($0) || "々〆・".unicodeScalars.contains($0)
            }
    }

    private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
        ("\u{3041}"..."\u{3096}").contains(scalar) || ("\u{30A1}"..."\u{30FC}").contains(scalar)
    }

    /// The whole text as the C library reads it; nil if some of it is not in that encoding.
    private static func converted(_ bytes: [UInt8], from encoding: String) -> String? {
        let converter = unsafe iconv_open("UTF-8", encoding)
        // SAFETY: the library says so with (iconv_t) -1.
        guard let converter = unsafe converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { unsafe iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: bytes.count * 3)
        // SAFETY: both buffers outlive the call, which is told how long they are.
        let written = unsafe source.withUnsafeMutableBufferPointer { input in
            unsafe target.withUnsafeMutableBufferPointer { output -> Int? in
                var (inputStart, inputLeft) = (input.baseAddress, input.count)
                var (outputStart, outputLeft) = (output.baseAddress, output.count)
                let result = unsafe iconv(converter, &inputStart, &inputLeft, &outputStart, &outputLeft)
                return result == 0 && inputLeft == 0 ? output.count - outputLeft : nil
            }
        }
        return written.flatMap { String(validating: target.prefix($0).map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }
}
