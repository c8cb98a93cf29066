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
            LegacyEncoding.eucKR.decode(bytes).flatMap { isKorean($0) ? $0 : nil },
            LegacyEncoding.eucJP.decode(bytes).flatMap { isJapanese($0) ? $0 : nil },
            LegacyEncoding.shiftJIS.decode(bytes).flatMap { isJapanese($0) ? $0 : nil },
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
}
