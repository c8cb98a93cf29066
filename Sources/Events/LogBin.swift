/// Whole numbers in bins that widen with them: four an octave, and each number below eight in a bin of its own.
///
/// A bin is named by its lowest number, which is the number with all but its three leading bits cleared. So no value is
/// told more exactly than to a quarter, and bins of any two tables are the same.
public enum LogBin {
    /// The lowest number of the bin that a value lies in; what is below zero lies in the bin of zero.
    @inlinable
    public static func lowest(of value: Int64) -> Int64 {
        guard value >= 8 else { return max(0, value) }
        let cleared = 61 - value.leadingZeroBitCount
        return (value >> cleared) << cleared
    }
}
