/// The language that somebody prefers, without country, script or order of second choices.
///
/// A whole `Accept-Language` header tells people apart; its first language hardly does.
public enum PrimaryLanguage {
    /// What stands for a language that is not listed.
    public static let other = "other"

    /// Appends the primary subtag (RFC 5646, section 2.2.1) of the preferred language, in lower case, or ``other``;
    /// false, and nothing appended, if no language is named.
    ///
    /// Reads `Accept-Language` (RFC 9110, section 12.5.4: the highest `q`, then the first), a tag (`ko-KR`) or a POSIX
    /// locale (`ko_KR.UTF-8`). Withdrawn and three-letter codes become the two-letter ones that ISO 639 has for them.
    public static func generalise(_ text: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        var best = 0
        var preferred: Range<Int>?
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, text[index] != UInt8(ascii: ",") { index += 1 }
            let (subtag, quality) = range(text, start..<index)
            if quality > best, !subtag.isEmpty {
                best = quality
                preferred = subtag
            }
            index += 1
        }
        guard let preferred else { return false }
        append(text.extracting(preferred), into: &result)
        return true
    }

    /// The primary subtag of one language range, empty for `*` or nothing, and its quality in thousandths.
    private static func range(_ text: Span<UInt8>, _ whole: Range<Int>) -> (subtag: Range<Int>, quality: Int) {
        var index = whole.lowerBound
        while index < whole.upperBound, isSpace(text[index]) { index += 1 }
        let start = index
        while index < whole.upperBound, ASCII.isAlphanumeric(text[index]) { index += 1 }
        let subtag = start..<index
        while index < whole.upperBound, text[index] != UInt8(ascii: ";") { index += 1 }
        guard index < whole.upperBound else { return (subtag, 1000) }
        return (subtag, quality(text.extracting((index + 1)..<whole.upperBound)))
    }

    /// `q=0.8` in thousandths; 1000 for anything else.
    private static func quality(_ text: Span<UInt8>) -> Int {
        let text = text.extracting(text.trimmedRange)
        guard text.count > 2, text[0] | 0x20 == UInt8(ascii: "q"), text[1] == UInt8(ascii: "=") else { return 1000 }
        guard text[2] == UInt8(ascii: "0") else { return 1000 }
        var thousandths = 0
        var place = 100
        for index in 4..<max(4, min(text.count, 7)) {
            guard ASCII.isDigit(text[index]) else { break }
            thousandths += Int(text[index] - 0x30) * place
            place /= 10
        }
        return thousandths
    }

    private static func append(_ subtag: Span<UInt8>, into result: inout [UInt8]) {
        if let successor = successors.first(where: { subtag.equalsIgnoringCase($0.code) })?.successor {
            result.append(contentsOf: successor.utf8)
        } else if languages.contains(subtag) {
            for index in 0..<subtag.count { result.append(ASCII.lowercased(subtag[index])) }
        } else {
            result.append(contentsOf: other.utf8)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static let successors: [(code: String, successor: String)] = [
        ("iw", "he"), ("in", "id"), ("ji", "yi"), ("jw", "jv"), ("mo", "ro"), ("sh", "sr"), ("cmn", "zh"),
        ("tgl", "fil"),
        ("tl", "fil"), ("eng", "en"), ("kor", "ko"), ("jpn", "ja"), ("zho", "zh"), ("chi", "zh"), ("deu", "de"),
        ("ger", "de"), ("fra", "fr"), ("fre", "fr"), ("spa", "es"), ("por", "pt"), ("ita", "it"), ("rus", "ru"),
        ("ara", "ar"), ("hin", "hi"), ("vie", "vi"), ("tha", "th"), ("ind", "id"), ("nld", "nl"), ("dut", "nl"),
        ("pol", "pl"), ("tur", "tr"), ("ukr", "uk"),
    ]

    /// ISO 639-1, and the three-letter codes that systems and browsers offer (Unicode CLDR).
    private static let languages = ByteSet(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
        jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
        nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
        sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ast bem \
        bho brx ceb cgg chr ckb dje doi dsb dua ebu fil fur gsw guz haw hmn hsb ilo jbo kab kam kea khq kln kok ksb \
        ksf lag lkt ltg luo luy mai mas mer mfe mgh mgo mni mua mzn naq nds nmg nso nus nyn pcm quc rof rwk sah saq \
        sat sbp scn sco seh ses shi sma smj smn sms syr szl teo tet tok tpi twq tzm vai vec vun wae wal war xog yav \
        yue zgh
        """)
}
