public import Events
import Privacy
import Store

/// Collects what a regulator asks for about a period into one folder.
///
/// Neither an identifier nor a line of a log nor a secret key is in it. The same store at the same time gives the same bytes.
public struct Evidence {
    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// - Parameter folder: where it goes; it must not be there.
    /// - Throws: ``JobError`` (cannotCreate) if there is something of that name, ``StoreError``, ``KeyDirectoryError``.
    public func run(_ days: ClosedRange<Day>, to folder: String) throws -> EvidenceSummary {
        guard !OutputFile.exists(folder) else {
            throw JobError(.cannotCreate, "There is something at \(folder) already. Name a folder that is not there.")
        }
        let store = try environment.openStore(create: false)
        let directory = try environment.openKeys(create: false)
        let calendar = try environment.zone(of: store)
        let register = try environment.register(of: store)
        let certificates = try EvidenceCertificates(of: days, environment)
        let policies = try EvidencePolicies(of: days, register)
        let ruling = try register.ruling.map { try PolicyFile.policy(of: $0, places: nil) }
        let sealed = try EvidenceDays(of: days, store, certificates, ruling?.options.retention[.raw])
        let log = try EvidenceLog(from: days.lowerBound, environment, calendar)
        let officers = try EvidenceOfficers(directory)
        let requests = try EvidenceRequests(of: days, store, calendar)
        let holds = try EvidenceHolds(of: days, store, ruling?.options.retention)
        var files = certificates.files + policies.files + [sealed.file] + log.files + officers.files
        files += [holds.file, requests.file]
        files.append(
            EvidenceFile(
                "README.md",
                Array(
                    EvidenceReadme(
                        days: days, made: environment.now(), zone: calendar.name,
                        store: try store.catalog.value(of: .storeName), signer: certificates.fingerprint
                    ).text.utf8)))
        try EvidenceFolder.write(files, to: folder)
        return EvidenceSummary(
            folder: folder, from: days.lowerBound, to: days.upperBound, files: files.count + 1,
            certificates: certificates.count, living: sealed.living, destroyed: sealed.destroyed,
            faults: certificates.faults + log.faults)
    }
}
