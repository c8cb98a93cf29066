/// The band of years that an age lies in.
public struct AgeBand: Sendable {
    /// The age from which on all are one band.
    public static let top = 90
    /// Beyond this, a number is no age.
    private static let highest = 130

    /// Years in a band.
    public let width: Int
    /// The year to count from, for those who send the year of birth; nil if that is not taken.
    public let presentYear: Int?

    /// The widths that divide ``top``.
    public static let widths = [5, 10, 15, 18, 30, 45]

    /// - Parameter width: one of ``widths``.
    public init(width: Int = 10, presentYear: Int? = nil) {
        precondition(AgeBand.widths.contains(width), "bands divide the ages below 90")
        self.width = width
        self.presentYear = presentYear
    }

    /// Appends the band (`30-39`, `90+`); false, and nothing appended, if the text is neither an age nor a year of
    /// birth.
    ///
    /// An age is a number, a year of birth four digits, alone or before the rest of a date (`1990-05-01`); the age in
    /// the present year is meant. A range of ages (`30-34`) is taken if it lies in one band.
    public func generalise(_ text: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let text = text.extracting(text.trimmedRange)
        let (number, end) = AgeBand.number(text, from: 0)
        guard let number else { return false }
        if end == 4 {
            guard let presentYear, end == text.count || AgeBand.isDate(text) else { return false }
            return append(presentYear - number, into: &result)
        }
        if end == text.count { return append(number, into: &result) }
        if text[end] == UInt8(ascii: "+"), end + 1 == text.count, number >= AgeBand.top {
            return append(number, into: &result)
        }
        let (last, lastEnd) = AgeBand.number(text, from: end + 1)
        guard text[end] == UInt8(ascii: "-"), let last, lastEnd == text.count, number <= last else { return false }
        guard min(number, AgeBand.top) / width == min(last, AgeBand.top) / width else { return false }
        return append(number, into: &result)
    }

    private func append(_ age: Int, into result: inout [UInt8]) -> Bool {
        guard (0...AgeBand.highest).contains(age) else { return false }
        let first = age / width * width
        let band = age >= AgeBand.top ? "\(AgeBand.top)+" : "\(first)-\(first + width - 1)"
        result.append(contentsOf: band.utf8)
        return true
    }

    /// One to four digits and where they end; nil if there are none or more.
    private static func number(_ text: Span<UInt8>, from start: Int) -> (Int?, end: Int) {
        var index = start
        var value = 0
        while index < text.count, ASCII.isDigit(text[index]) {
            guard index - start < 4 else { return (nil, index) }
            value = value * 10 + Int(text[index] - 0x30)
            index += 1
        }
        return (index > start ? value : nil, index)
    }

    /// `yyyy-mm-dd` or `yyyy-mm`, with `-`, `/` or `.`.
    private static func isDate(_ text: Span<UInt8>) -> Bool {
        guard text.count == 7 || text.count == 10 else { return false }
        for index in 4..<text.count {
            if index == 4 || index == 7 {
                guard text[index] == text[4] else { return false }
            } else {
                guard ASCII.isDigit(text[index]) else { return false }
            }
        }
        return text[4] == UInt8(ascii: "-") || text[4] == UInt8(ascii: "/") || text[4] == UInt8(ascii: ".")
    }
}
