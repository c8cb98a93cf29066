import ArgumentParser

@main
struct Footfall: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "footfall",
        abstract: "Counts how many people pass through, without asking who they are.",
        discussion: """
            Reads web logs, replaces every identifier by a keyed pseudonym before anything is stored, and makes statistics in which no \
            individual can be identified.

              footfall ingest access.log     # or: … | footfall ingest
              footfall aggregate             # nightly
              footfall report
            """,
        version: "0.1.0",
        subcommands: [
            InitCommand.self, IngestCommand.self, AggregateCommand.self, ExpireCommand.self, ReportCommand.self,
            ExplainCommand.self,
            PolicyCommand.self, OfficerCommand.self, KeysCommand.self, VaultCommand.self, HoldCommand.self,
            RequestCommand.self, AuditCommand.self,
            CertificateCommand.self,
            VerifyCommand.self, StatusCommand.self, EvidenceCommand.self,
        ])

    static func main() {
        Process.prepare()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Exit.end(with: error)
        }
    }
}
