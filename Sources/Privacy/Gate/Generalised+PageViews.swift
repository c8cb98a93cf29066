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
            // All looked up before anything is decided: of branches that rows take at random, most are guessed wrong.
            let (fetches, page, robot) = (
                fetchesPage[Int(method)], isPage[Int(target)], !robots.isEmpty && robots[row]
            )
            return fetches && page && Self.isSuccess(status[row]) && !robot
        }
    }

    private static func isSuccess(_ status: Int64) -> Bool {
        (200...299).contains(status) || status == 304
    }
}
