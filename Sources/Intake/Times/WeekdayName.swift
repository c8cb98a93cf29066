/// The English names of the days of the week.
enum WeekdayName {
    private static let names: [[UInt8]] = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ].map { Array($0.utf8) }

    /// 1 for Monday … 7 for Sunday; nil if the range is no name, whole or of three letters.
    static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        for (index, name) in names.enumerated() where range.count == 3 || range.count == name.count {
            if (0..<range.count).allSatisfy({ bytes[range.lowerBound + $0] | 0x20 == name[$0] }) { return index + 1 }
        }
        return nil
    }
}
