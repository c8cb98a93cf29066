internal import Events
internal import Intake

extension Generalised {
    /// For each row whether it is a page view; empty if no row can be one.
    ///
    /// A page view is a successful (2xx or 304) GET or POST of something that is not a static asset, not by a robot.
    func pageViews(of batch: RawBatch, robots: [Bool]) -> [Bool] {
        let methods = batch[.method].indices
        let targets = batch[.target].indices
        let status = batch[.status].values
        guard !methods.isEmpty, !targets.isEmpty, !status.isEmpty else { return [] }
        return (0..<batch.rowCount).map { row in
            let method = methods[row]
            let target = targets[row]
            guard method != absentIndex, target != absentIndex else { return false }
            return fetchesPage[Int(method)] && isPage[Int(target)] && Self.isSuccess(status[row])
                && (robots.isEmpty || !robots[row])
        }
    }

    private static func isSuccess(_ status: Int64) -> Bool {
        (200...299).contains(status) || status == 304
    }
}
