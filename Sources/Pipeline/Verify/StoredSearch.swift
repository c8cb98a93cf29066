/// How a file is searched as it lies on disk.
struct StoredSearch {
    /// Where that begins which is neither compressed nor random, and is searched for short forms, too.
    let readableFrom: Int64
    /// Whether what looks like gzip data is inflated and searched.
    let inflates: Bool
    /// Ranges that have been searched already, in rising order.
    var searched: [Range<Int64>] = []

    /// Whether a byte has been searched already.
    func isSearched(_ position: Int64) -> Bool {
        var (low, high) = (0, searched.count)
        while low < high {
            let middle = (low + high) / 2
            if searched[middle].upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low < searched.count && searched[low].contains(position)
    }
}
