import Events

extension Store {
    /// A file as it is on record, wherever it lies.
    private struct Recorded {
        let day: Day
        /// The path below the store's folder.
        let name: String
        /// Where a writer that died has left it.
        let staged: String
        let bytes: Int64
    }

    /// The files on record that are not there, or are not of the length on record: their paths below the store's folder, sorted.
    ///
    /// Opens none of them: what is in them is not looked at.
    public func missingFiles() throws -> [String] {
        let suspects = try recorded().filter { !isThere($0) }
        // They may have got other names since the catalog was read; not while their days are locked.
        let days = Set(suspects.map(\.day))
        return try withLocked(days) {
            try days.isEmpty ? [] : recorded().filter { days.contains($0.day) && !isThere($0) }.map(\.name).sorted()
        }
    }

    private func recorded() throws -> [Recorded] {
        try catalog.files().map { file in
            let day = file.epoch.day
            return Recorded(
                day: day, name: "events/date=\(day)/\(file.name.final)",
                staged: "\(layout.staging)/\(file.name.inProgress)", bytes: file.bytes)
        }
            + catalog.sealedFiles().map { file in
                Recorded(
                    day: file.name.day, name: StoreLayout.relativePath(of: file.name),
                    staged: layout.staged(file.name), bytes: file.bytes)
            }
    }

    private func isThere(_ file: Recorded) -> Bool {
        let length = FileSystem.length("\(layout.root)/\(file.name)") ?? FileSystem.length(file.staged)
        return length == file.bytes
    }
}
