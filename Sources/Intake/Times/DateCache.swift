/// The last date that was read, by the bytes it was written with.
///
/// Nearly all lines of a log have the date of the line before.
struct DateCache: Sendable {
    /// The date's bytes, as two words that overlap.
    ///
    /// At first the bytes that they share differ, so that no text agrees with them.
    private var first: UInt64 = 0
    private var second: UInt64 = .max
    private var midnight: Int64 = 0

    /// The milliseconds of the date at midnight, if it is the last one.
    @inline(__always)
    func midnight(_ first: UInt64, _ second: UInt64) -> Int64? {
        first == self.first && second == self.second ? midnight : nil
    }

    mutating func keep(_ midnight: Int64, _ first: UInt64, _ second: UInt64) {
        self.first = first
        self.second = second
        self.midnight = midnight
    }
}
