/// Numbers as messages to operators print them.
enum Amount {
    /// `1,234,567`
    static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var place = digits.endIndex
        while digits.distance(from: digits.startIndex, to: place) > 3 {
            place = digits.index(place, offsetBy: -3)
            digits.insert(",", at: place)
        }
        return digits
    }

    /// `1 file`, `2,000 files`; for nouns that take an s.
    static func counted(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `752 bytes`, `90.3 KiB`
    static func size(_ bytes: Int64) -> String {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 1024, unit < units.count - 1 {
            value /= 1024
            unit += 1
        }
        let rounded = unit == 0 ? String(bytes) : String((value * 10).rounded() / 10)
        return "\(rounded) \(units[unit])"
    }
}
