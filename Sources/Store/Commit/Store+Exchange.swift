import Events

extension Store {
    /// Replaces files of a day by others, and the day's folder by a new one, in one step for every reader.
    ///
    /// The folder is assembled aside: the new files, and hard links to the day's other files, each under a name of the
    /// new generation. `record` is the transaction: it is given the new records, and is the moment from which the
    /// change is true.
    func exchange(
        _ day: Day, removing isRemoved: (PartitionFile) -> Bool, adding replacement: [PartitionFile],
        record: (_ generation: Int, _ files: [PartitionFile]) throws -> Void
    ) throws {
        try withLocked([day]) {
            let generation = try catalog.generation(of: day) + 1
            let folder = layout.folder(of: day)
            let aside = layout.aside(day, generation: generation)
            try FileSystem.removeFolder(aside)
            try FileSystem.makeFolder(aside)
            let others = try catalog.files(of: day).filter { !isRemoved($0) }
            var files: [PartitionFile] = []
            for file in others {
                let renamed = file.inGeneration(generation)
                // What a writer that died has put on record and not renamed lies where it was written.
                let final = "\(folder)/\(file.name.final)"
                let place = FileSystem.kind(final) == nil ? "\(layout.staging)/\(file.name.inProgress)" : final
                try FileSystem.linkOnce(place, "\(aside)/\(renamed.name.final)")
                files.append(renamed)
            }
            for file in replacement {
                let renamed = file.inGeneration(generation)
                try FileSystem.linkOnce("\(layout.staging)/\(file.name.inProgress)", "\(aside)/\(renamed.name.final)")
                files.append(renamed)
            }
            _ = try FileSystem.createFile("\(aside)/\(layout.generationMark(generation))")
            try FileSystem.syncFolder(aside)
            if try FileSystem.makeFolder(folder) { try FileSystem.syncFolder(layout.events) }
            try FileSystem.syncFolder(layout.staging)
            try record(generation, files)
            try completeExchange(of: day)
            for file in replacement {
                try FileSystem.remove("\(layout.staging)/\(file.name.inProgress)")
            }
        }
    }

    /// Brings a day's folder to the generation that the catalog has on record; the caller holds the day's lock.
    ///
    /// The live folder's own mark tells whether the exchange has happened, so it never happens twice.
    func completeExchange(of day: Day) throws {
        let prefix = "date=\(day)-g"
        let leftovers = try FileSystem.list(layout.staging).filter { $0.hasPrefix(prefix) }
        guard !leftovers.isEmpty else { return }
        let generation = try catalog.generation(of: day)
        let folder = layout.folder(of: day)
        let isLive = FileSystem.kind("\(folder)/\(layout.generationMark(generation))") != nil
        if generation > 0, !isLive {
            try FileSystem.exchange(layout.aside(day, generation: generation), folder)
            try FileSystem.syncFolder(layout.events)
            try FileSystem.syncFolder(layout.staging)
        }
        for name in leftovers {
            try FileSystem.removeFolder("\(layout.staging)/\(name)")
        }
        try FileSystem.syncFolder(layout.staging)
    }
}

extension PartitionFile {
    fileprivate func inGeneration(_ generation: Int) -> PartitionFile {
        let name = PartitionName(writer: name.writer, sequence: name.sequence, generation: generation)
        return PartitionFile(name: name, epoch: epoch, rows: rows, bytes: bytes, digest: digest)
    }
}
