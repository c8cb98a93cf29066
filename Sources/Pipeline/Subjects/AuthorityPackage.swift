import Events
public import Privacy
import Store

/// Makes the package that an authority is handed: exactly the lines that its order asks for, which the authority alone can
/// open.
///
/// What holds keep is looked at too, and a line that is kept several times is handed over once. Lines that are restricted are
/// among them: restriction does not stand against an order. The package's digest is on record in the audit log before
/// the package has its name.
public struct AuthorityPackage {
    private let environment: JobEnvironment
    private let store: Store
    private let directory: KeyDirectory
    private let opener: VaultOpener

    /// - Parameter key: that of the officer who acts; its file is read once.
    public init(environment: JobEnvironment, showing key: OfficerKeyFile) throws {
        let (store, directory) = try environment.openBoth(create: false)
        self.init(
            environment: environment, store: store, directory: directory, opener: try .open(directory, showing: key))
    }

    init(environment: JobEnvironment, store: Store, directory: KeyDirectory, opener: VaultOpener) {
        self.environment = environment
        self.store = store
        self.directory = directory
        self.opener = opener
    }

    /// Writes the package.
    ///
    /// - Parameters:
    ///   - request: the number of the request, for the audit log.
    ///   - path: where it goes; nothing may be there.
    /// - Throws: ``JobError`` (cannotCreate) if there is something at the path, (busy) if a day was changed meanwhile.
    public func run(_ order: AuthorityOrder, request: Int, to path: String) throws -> AuthorityPackageSummary {
        guard !OutputFile.exists(path) else { throw AuthorityPackage.present(path) }
        try store.recover()
        let kinds = [RetentionClass.raw] + SubjectSearch.held
        let days = try Set(kinds.flatMap { try store.catalog.sealedDays($0) }).filter(order.days.contains).sorted()
        try environment.audit(directory).append(
            .vaultRead,
            [
                .officer(opener.officer), .day(.from, order.days.lowerBound), .day(.to, order.days.upperBound),
                .count(.days, days.count),
            ])
        let plan = try plan(order, days)
        let temporary = PrivateFile.temporary(path)
        let file = try PackageFile(order, plan.manifest, day: environment.today(in: store), at: temporary)
        do {
            for day in days {
                var lines = try OrderedLines(order.filter, of: day, in: store, openedBy: opener)
                guard lines.sealed == plan.files[day] else { throw AuthorityPackage.changed(day) }
                _ = try lines.forEach { try file.append($2, of: $0, arrival: $1) }
            }
            let (bytes, digest) = try file.finish()
            guard let digest = AuditDigest(digest) else { preconditionFailure("SHA-256 has 32 bytes") }
            try environment.audit(directory).append(
                .provision,
                [
                    .count(.number, request), .request(.authority), .digest(.package, digest),
                    .day(.from, order.days.lowerBound),
                    .day(.to, order.days.upperBound), .count(.lines, plan.manifest.lines), .count(.bytes, Int(bytes)),
                    .officer(opener.officer),
                ])
            guard try PrivateFile.rename(temporary, to: path) else { throw AuthorityPackage.present(path) }
            return AuthorityPackageSummary(
                path: path, bytes: bytes, digest: digest, manifest: plan.manifest, faults: plan.faults,
                unparsable: plan.unparsable)
        } catch {
            file.discard()
            throw error
        }
    }

    /// What will be in the package, by which files.
    private struct Plan {
        let manifest: PackageManifest
        let files: [Day: [SealedFile]]
        let faults: [LineFault]
        let unparsable: Int
    }

    private func plan(_ order: AuthorityOrder, _ days: [Day]) throws -> Plan {
        var parts: [PackagePart] = []
        var files: [Day: [SealedFile]] = [:]
        var faults: [LineFault] = []
        var unparsable = 0
        for day in days {
            var lines = try OrderedLines(order.filter, of: day, in: store, openedBy: opener)
            files[day] = lines.sealed
            faults += lines.faults
            faults += try lines.forEach { part, _, _ in
                if parts.last?.isSamePlace(as: part) != true { parts.append(part) }
                parts[parts.count - 1].lines += 1
            }
            unparsable += lines.unparsable
        }
        let destroyed = try [true, false].flatMap { try store.catalog.markedDays(isFinished: $0) }.map(\.day)
            .filter(order.days.contains).sorted()
        let manifest = PackageManifest(
            version: PackageManifest.version, store: try store.catalog.value(of: .storeName) ?? "",
            made: UTCTime.text(milliseconds: environment.now()),
            reference: Certificate.hexadecimal(SHA256Digest.digest(Array(order.reference.utf8))),
            from: order.days.lowerBound.description, to: order.days.upperBound.description,
            zone: try environment.zone(of: store).name, lines: parts.reduce(0) { $0 + $1.lines }, parts: parts,
            destroyed: destroyed.map(\.description), faults: Set(faults.map(\.file)).count)
        return Plan(manifest: manifest, files: files, faults: faults, unparsable: unparsable)
    }

    private static func present(_ path: String) -> JobError {
        JobError(.cannotCreate, "There is something at \(path) already. Name a file that is not there.")
    }

    private static func changed(_ day: Day) -> JobError {
        JobError(.busy, "Lines of \(day) came or went while the package was made. Run the command again.")
    }
}
