@_spi(DisclosureControl) import Releases
import Events

/// Quantiles and maxima as bins, told only where enough people stand on both sides.
struct ReleasedQuantile {
    let judge: Judge

    /// The bin of the value that `percent` of the values do not exceed, if k visitors have a value in it or above and k
    /// one in it or below.
    func quantile(_ percent: Int, of distribution: Distribution?) -> PublishedTable.Value {
        guard let bins = distribution?.bins else { return .hidden }
        let count = bins.reduce(0) { $0 + $1.count }
        var below: Int64 = 0
        for (index, bin) in bins.enumerated() {
            below += bin.count
            // The least bin up to which at least so many per cent of the values lie.
            guard below * 100 >= count * Int64(percent) else { continue }
            let isTold =
                isEnough(bins[index...].reduce(0) { $0 + $1.highestOf })
                && isEnough(bins[...index].reduce(0) { $0 + $1.lowestOf })
            return isTold ? .bin(from: bin.lower, below: LogBin.upper(of: bin.lower)) : .hidden
        }
        return .hidden
    }

    /// The highest bin with k visitors who have a value in it or above.
    func maximum(of distribution: Distribution?) -> PublishedTable.Value {
        var visitors = 0
        for bin in distribution?.bins.reversed() ?? [] {
            visitors += bin.highestOf
            if isEnough(visitors) { return .bin(from: bin.lower, below: LogBin.upper(of: bin.lower)) }
        }
        return .hidden
    }

    private func isEnough(_ visitors: Int) -> Bool {
        visitors >= judge.threshold.visitors || !judge.protections.contains(.quantiles)
    }
}

extension LogBin {
    /// The number behind the last of the bin that begins with `lower`.
    fileprivate static func upper(of lower: Int64) -> Int64 {
        let width: Int64 = lower < 8 ? 1 : 1 << Int64(61 - lower.leadingZeroBitCount)
        return lower.addingSaturated(width)
    }
}
