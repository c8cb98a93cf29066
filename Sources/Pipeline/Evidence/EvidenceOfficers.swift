import Privacy

/// Who could read what was sealed: names and public halves.
struct EvidenceOfficers {
    let files: [EvidenceFile]

    init(_ directory: KeyDirectory) throws {
        let waiting = try directory.waitingKey()
        let officers = try directory.officers()
        files = [
            EvidenceFile(
                "officers.txt",
                lines: ["# name  fingerprint  made"]
                    + officers.map { officer in
                        "\(officer.name)  \(officer.publicHalf.fingerprint)  \(officer.made)"
                            + (officer.publicHalf == waiting ? "  private half not carried away" : "")
                    })
        ]
    }
}
