import ArgumentParser
import Pipeline

struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "The proofs of what was destroyed.",
        discussion: """
            Each is a file in the store's folder certificates, which anybody can check who knows the fingerprint of the key that signs.

              footfall certificate list
              footfall certificate show 2026-03-01
              footfall certificate verify 2026-03-01-raw.json --key 1d94c0ffe1b24a07
            """,
        subcommands: [List.self, Show.self, Verify.self])
}

extension CertificateCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the certificates of the store, and say whether they are what was written.",
            discussion: """
                Exit code 65 if one is damaged, missing or not on record.

                  footfall certificate list
                """)

        @OptionGroup var global: GlobalOptions

        func run() throws {
            let environment = try global.environment(readsSettings: false)
            let list = try JobError.translating { try Certificates(environment: environment).list() }
            if !global.quiet {
                _ = try Process.write(global.json ? CertificateText.json(list) : CertificateText.text(list))
            }
            if !list.isGood { throw ExitCode(65) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the certificates of a day, or one by the name of its file.",
            discussion: """
                With --json, the file as it is.

                  footfall certificate show 2026-03-01
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "A day, or the name of a file in the folder certificates.")
        var certificate: String

        func run() throws {
            let environment = try global.environment(readsSettings: false)
            let found = try JobError.translating {
                try Certificates(environment: environment).certificates(meantBy: certificate)
            }
            for entry in found {
                _ = try Process.write(
                    global.json
                        ? String(decoding: entry.certificate.bytes, as: UTF8.self)
                        : CertificateText.text(entry.certificate, name: entry.name))
            }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check certificates; needs no store.",
            discussion: """
                Checks that the text is what was signed. Who signed must be known from elsewhere: --key takes the fingerprint of the key, or a \
                file with its public half in base64, or another certificate; without it the fingerprint is printed. Exit code 65 if one is not \
                what was signed, or by another key.

                  footfall certificate verify 2026-03-01-raw.json --key 1d94c0ffe1b24a07
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The files.")
        var files: [String]
        @Option(help: ArgumentHelp("Whose signature it must be.", valueName: "fingerprint|file"))
        var key: String?

        func run() throws {
            let signer = try JobError.translating { try key.map(CertificateSigner.init) }
            let outcomes = try JobError.translating { try files.map { try CertificateCheck.check($0, signer) } }
            if !global.quiet {
                _ = try Process.write(global.json ? CertificateText.json(outcomes) : CertificateText.text(outcomes))
            }
            if outcomes.contains(where: { $0.fault != nil }) { throw ExitCode(65) }
        }
    }
}
