public import Events

extension Store {
    /// Puts coarse files, one for each epoch, in the place of those that closed epochs of a day had, in one step.
    ///
    /// Once this returns nothing of the old files is left in the store. A crash before the transaction leaves the old day, one
    /// after it leaves to ``recover()`` to exchange and delete. What was replaced is on record until its certificate is.
    public func coarsen(_ day: Day, with files: [PartitionFile]) throws {
        let epochs = Set(files.map(\.epoch))
        try exchange(day, removing: { epochs.contains($0.epoch) }, adding: files) { generation, all in
            try catalog.recordCoarsening(of: day, into: files, generation: generation, files: all)
        }
    }

    /// Removes the events of closed epochs of a day, in one step; their statistics stay.
    ///
    /// Does nothing if they are gone. What a crash leaves is as with ``coarsen(_:with:)``.
    public func removeEvents(of epochs: Set<Epoch>, _ day: Day) throws {
        let present = epochs.intersection(try catalog.files(of: day).map(\.epoch))
        guard !present.isEmpty else { return }
        try exchange(day, removing: { present.contains($0.epoch) }, adding: []) { generation, all in
            try catalog.recordRemoval(of: present, day, generation: generation, files: all)
        }
    }
}
