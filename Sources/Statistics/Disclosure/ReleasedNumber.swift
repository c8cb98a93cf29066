@_spi(DisclosureControl) import Releases

/// Numbers as they are printed.
enum ReleasedNumber {
    static func value(_ sum: Int64, _ telling: Telling) -> PublishedTable.Value {
        switch telling {
        case .exact: .number(sum)
        case .bound: .atLeast(sum.roundedToOneDigit)
        case .hidden: .hidden
        }
    }
}
