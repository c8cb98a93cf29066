extension Array {
    /// Removes the elements from `first` on for which `isRemoved` says so; the others keep their order.
    ///
    /// - Parameter isRemoved: one per element from `first` on.
    mutating func remove(from first: Int, where isRemoved: [Bool]) {
        var end = first
        for (offset, isRemoved) in isRemoved.enumerated() where !isRemoved {
            self[end] = self[first + offset]
            end += 1
        }
        removeSubrange(end...)
    }
}
