/// What the second pass counts.
struct Details {
    /// From which page to which, nil where no definition asks for it.
    var steps: TableGroup?
    /// Distributions, by the position of the group and the quantity.
    var bins: [(group: Int, quantity: Quantity, table: BinTable)] = []

    /// The distributions of a quantity in the cells of a group, nil if no cell has any.
    func bins(group: Int, _ quantity: Quantity) -> BinTable? {
        bins.first { $0.group == group && $0.quantity == quantity }?.table
    }
}
