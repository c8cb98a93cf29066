/// Quantities as people write them: a whole number and a unit, with or without a space between them.
enum QuantityText {
    /// Reads `500ms`, `10s`, `2m` or `1h` as milliseconds; nil for anything else.
    static func milliseconds(_ text: String) -> Int64? {
        quantity(text, ["ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000])
    }

    /// Reads `4096`, `64KiB`, `1MiB` or `1GiB`, and the decimal units `kB`, `MB` and `GB`, as bytes; nil for anything
    /// else.
    static func bytes(_ text: String) -> Int64? {
        quantity(
            text,
            [
                "": 1, "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "kB": 1000, "MB": 1_000_000,
                "GB": 1_000_000_000,
            ])
    }

    /// Writes milliseconds in the largest unit of which they are a whole number.
    static func duration(_ milliseconds: Int64) -> String {
        written(milliseconds, [("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)])
    }

    /// Writes bytes in the largest unit of which they are a whole number.
    static func size(_ bytes: Int64) -> String {
        written(bytes, [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)])
    }

    private static func written(_ number: Int64, _ units: [(name: String, factor: Int64)]) -> String {
        guard let unit = units.first(where: { number % $0.factor == 0 }) else { return String(number) }
        return "\(number / unit.factor)\(unit.name)"
    }

    private static func quantity(_ text: String, _ units: [String: Int64]) -> Int64? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int64(digits), let factor = units[String(unit)] else { return nil }
        let (product, isTooLarge) = number.multipliedReportingOverflow(by: factor)
        return isTooLarge ? nil : product
    }
}
