public import Events

/// What the path of a file in a store says that it is.
public enum StoredName: Hashable, Sendable {
    /// A partition in its day's folder.
    case partition(PartitionName, Day)
    case sealed(SealedName)
    /// The mark in a day's folder that says how often it has been exchanged.
    case generation(Int, Day)
    /// A file that is being written, or was when its writer died.
    case inProgress(PartitionName)
    /// Part of a day's folder that is being assembled.
    case aside(Day)
    /// A certificate that is being written.
    case stagedCertificate
    case certificate

    /// - Parameter path: the path below the store's folder.
    /// - Returns: nil if nothing of a store is called so.
    public init?(_ path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, let file = parts.last else { return nil }
        switch (parts[0], parts.count) {
        case ("staging", 2):
            if let name = PartitionName(inProgress: file) {
                self = .inProgress(name)
            } else if file.hasPrefix("certificate-") {
                self = .stagedCertificate
            } else {
                return nil
            }
        case ("staging", 3):
            guard let day = StoredName.day(String(parts[1].prefix(15))) else { return nil }
            self = .aside(day)
        case ("certificates", 2) where file.hasSuffix(".json") && !file.hasPrefix("."): self = .certificate
        case ("events", 3):
            guard let day = StoredName.day(parts[1]), let name = StoredName(file, of: day) else { return nil }
            self = name
        default:
            guard let name = StoredName.sealed(parts) else { return nil }
            self = .sealed(name)
        }
    }

    /// Reads the path of a sealed file.
    private static func sealed(_ parts: [String]) -> SealedName? {
        let tree = parts.dropLast(2).joined(separator: "/")
        guard parts.count > 2, let kind = RetentionClass.sealed.first(where: { StoreLayout.tree(of: $0) == tree }),
            let day = day(parts[parts.count - 2]), let (writer, sequence) = stem(parts[parts.count - 1], ".sealed")
        else { return nil }
        return SealedName(kind: kind, day: day, writer: writer, sequence: sequence)
    }

    /// Reads the name of a file in a day's folder of partitions.
    private init?(_ file: String, of day: Day) {
        let mark = ".generation-"
        if file.hasPrefix(mark), let generation = Int(file.dropFirst(mark.count)) {
            self = .generation(generation, day)
            return
        }
        var generation = 0
        var stem = file
        if file.hasSuffix(".parquet"), let dash = file.lastIndex(of: "-"), file[dash...].hasPrefix("-g"),
            let number = Int(file[dash...].dropFirst(2).dropLast(".parquet".count))
        {
            generation = number
            stem = file[..<dash] + ".parquet"
        }
        guard let (writer, sequence) = StoredName.stem(stem, ".parquet") else { return nil }
        self = .partition(PartitionName(writer: writer, sequence: sequence, generation: generation), day)
    }

    /// Reads `<writer>-<sequence>` with an ending.
    private static func stem(_ file: String, _ ending: String) -> (writer: String, sequence: Int)? {
        guard file.hasSuffix(ending), !file.hasPrefix(".") else { return nil }
        let stem = file.dropLast(ending.count)
        guard let dash = stem.lastIndex(of: "-"), let sequence = Int(stem[stem.index(after: dash)...]),
            dash != stem.startIndex
        else { return nil }
        return (String(stem[..<dash]), sequence)
    }

    private static func day(_ folder: String) -> Day? {
        folder.hasPrefix("date=") ? Day(folder.dropFirst("date=".count)) : nil
    }
}
