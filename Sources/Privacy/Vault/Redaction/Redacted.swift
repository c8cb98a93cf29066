/// A value in a line that may have to be taken out, and what stands for it then.
public struct Redacted: Hashable, Sendable {
    /// How the value was found.
    public enum Cause: Hashable, Sendable {
        /// By the name before it.
        case name
        /// By its digits.
        case number
    }

    public let range: Range<Int>
    public let cause: Cause
    /// Whether it stands where JSON takes nothing but a number.
    let isBareNumber: Bool

    init(_ range: Range<Int>, _ cause: Cause, isBareNumber: Bool = false) {
        self.range = range
        self.cause = cause
        self.isBareNumber = isBareNumber
    }

    /// How many bytes longer a line is with the mark.
    public var growth: Int { mark.count - range.count }

    var mark: [UInt8] { isBareNumber ? RedactionMark.number : RedactionMark.text }
}
