/// The abbreviations of time zones that logs are written with.
///
/// Abbreviations are no standard: `CST`, `BST` and `IST` are taken as they are meant in North America, Britain and
/// India. RFC 5322, section 4.3, has the North American ones. Of a zone whose name is not listed nothing is guessed.
enum ZoneName {
    private static let offsets: [(letters: UInt32, seconds: Int)] = [
        ("UTC", 0), ("GMT", 0), ("Z", 0), ("z", 0), ("EST", -18_000), ("EDT", -14_400), ("CST", -21_600),
        ("CDT", -18_000), ("MST", -25_200), ("MDT", -21_600), ("PST", -28_800), ("PDT", -25_200), ("CET", 3600),
        ("CEST", 7200), ("EET", 7200), ("EEST", 10_800), ("WET", 0), ("WEST", 3600), ("BST", 3600), ("IST", 19_800),
        ("JST", 32_400), ("KST", 32_400),
    ].map { name, seconds in (name.utf8.reduce(0) { $0 << 8 | UInt32($1) }, seconds) }

    /// Takes a name up to the next byte that is no letter, and tells the offset from UTC in seconds.
    static func take(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Int? {
        let first = position
        var letters: UInt32 = 0
        while position < end, ASCII.isLetter(bytes[position]) {
            guard position - first < 4 else { return nil }
            letters = letters << 8 | UInt32(bytes[position])
            position += 1
        }
        for offset in offsets where offset.letters == letters { return offset.seconds }
        return nil
    }
}
