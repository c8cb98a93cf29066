/// Numbers as messages to operators print them.
enum Amount {
    /// A number with its thousands apart: `1,234,567`.
    static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var place = digits.endIndex
        while digits.distance(from: digits.startIndex, to: place) > 3 {
            place = digits.index(place, offsetBy: -3)
            digits.insert(",", at: place)
        }
        return digits
    }

    /// A number and its noun, which takes an s: `1 file`, `2,000 files`.
    static func counted(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A number of bytes in the largest unit that leaves at least one: `752 bytes`, `90.3 KiB`.
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
