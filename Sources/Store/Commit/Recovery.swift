import Events

extension Store {
    /// Finishes what crashed processes left behind: renames and exchanges that are on record are completed, the rest is
    /// deleted.
    ///
    /// Files of a writer whose lock is held belong to a living process and are left alone. Can be run at any time, by
    /// anyone who may write.
    public func recover() throws {
        let names = try FileSystem.list(layout.staging)
        let leftovers = Dictionary(grouping: names.compactMap(PartitionName.init(inProgress:)), by: \.writer)
        for (writer, files) in leftovers.sorted(by: { $0.key < $1.key }) {
            guard let lock = try FileLock(layout.writerLock(writer), .exclusive, waiting: false) else { continue }
            defer { withExtendedLifetime(lock) {} }
            for name in files {
                if let record = try catalog.file(writer: writer, sequence: name.sequence) {
                    try withLocked([record.epoch.day]) { try publish([record], of: record.epoch.day) }
                } else if let record = try catalog.sealedFile(writer: writer, sequence: name.sequence) {
                    try withLocked([record.name.day]) {
                        // Its day may have been destroyed meanwhile.
                        if let record = try catalog.sealedFile(writer: writer, sequence: name.sequence) {
                            try publish([record])
                        }
                    }
                } else {
                    try FileSystem.remove("\(layout.staging)/\(name.inProgress)")
                }
            }
        }
        for name in names where name.hasPrefix("date=") {
            guard let day = Day(name.dropFirst("date=".count).prefix(10)) else { continue }
            try withLocked([day]) {}
        }
    }
}
