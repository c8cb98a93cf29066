@_spi(DisclosureControl) import Releases

/// Numbers as they are printed.
enum ReleasedNumber {
    static func value(_ sum: Int64, _ telling: Telling, _ judge: Judge) -> PublishedTable.Value {
        switch telling {
        case .exact: .number(sum)
        case .bound: .atLeast(judge.lowerBound(of: sum))
        case .hidden: .hidden
        }
    }
}
