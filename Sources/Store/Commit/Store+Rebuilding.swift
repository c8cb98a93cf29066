import Events

extension Store {
    /// Puts events that were made anew in the place of those that a closed epoch had; its statistics stay.
    ///
    /// The caller holds the right to aggregate, so that nobody makes the epoch coarse meanwhile.
    public func rebuild(_ rebuilding: Rebuilding) throws {
        let epoch = rebuilding.epoch
        let files = rebuilding.file.map { [$0] } ?? []
        try exchange(epoch.day, removing: { $0.epoch == epoch }, adding: files) { generation, all in
            try catalog.recordRebuilding(rebuilding, generation: generation, files: all)
        }
    }
}
