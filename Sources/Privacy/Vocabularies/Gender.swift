/// What people answer when asked for their gender.
public enum Gender {
    /// What stands for an answer that is not listed.
    public static let other = "other"

    /// `female`, `male`, `nonbinary` or ``other``; nil for no answer.
    ///
    /// English, German, Korean and Japanese words, initials, and the numbers of ISO/IEC 5218, in any case.
    public static func name(_ text: Span<UInt8>) -> String? {
        let word = text.extracting(text.trimmedRange)
        guard word.count > 0, !unanswered.contains(where: { word.equalsIgnoringCase($0) }) else { return nil }
        return names.first { $0.spellings.contains { word.equalsIgnoringCase($0) } }?.name ?? other
    }

    private static let names: [(name: String, spellings: [String])] = [
        ("female", ["female", "f", "woman", "w", "girl", "weiblich", "frau", "2", "여", "여성", "여자", "女", "女性"]),
        ("male", ["male", "m", "man", "boy", "männlich", "mann", "1", "남", "남성", "남자", "男", "男性"]),
        ("nonbinary", ["nonbinary", "non-binary", "non_binary", "enby", "nb", "x", "d", "divers", "diverse"]),
    ]

    private static let unanswered = [
        "-", "0", "9", "u", "n/a", "na", "none", "null", "unknown", "undisclosed", "unspecified", "not specified",
        "prefer not to say", "no answer", "무응답", "알수없음", "無回答", "未回答", "k.a.", "keine angabe",
    ]
}
