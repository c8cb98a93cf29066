/// Rows of a table that have a total together: all, or those under one row of another table.
struct RowGroup {
    /// The label of the containing row, nil where the group is the table.
    let label: String?
    let rows: [Int]
    /// What is known of the sum over the rows, measure by measure.
    var totals: [KnownTotal]
    /// Whether the hidden rows may be put together as one number, measure by measure.
    var tellsRemainder: [Bool]
}
