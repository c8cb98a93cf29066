import Events
import Privacy
import Store

/// The versions of the policy that ruled in a period, with their terms.
struct EvidencePolicies {
    private struct Ruling {
        let version: PolicyVersion
        let policy: Policy
        var ranges: [ClosedRange<Day>]
    }

    private var rulings: [Ruling] = []

    init(of days: ClosedRange<Day>, _ register: PolicyRegister) throws {
        var day = days.lowerBound
        let end = min(days.upperBound, register.today)
        while day <= end {
            if let version = PolicyRegister(versions: register.versions, today: day).ruling { try add(version, day) }
            day = day.advanced(by: 1)
        }
    }

    private mutating func add(_ version: PolicyVersion, _ day: Day) throws {
        guard let place = rulings.firstIndex(where: { $0.version.number == version.number }) else {
            let policy = try PolicyFile.policy(of: version, places: nil)
            rulings.append(Ruling(version: version, policy: policy, ranges: [day...day]))
            return
        }
        let last = rulings[place].ranges.count - 1
        if rulings[place].ranges[last].upperBound.advanced(by: 1) == day {
            rulings[place].ranges[last] = rulings[place].ranges[last].lowerBound...day
        } else {
            rulings[place].ranges.append(day...day)
        }
    }

    var files: [EvidenceFile] {
        let texts = rulings.map {
            EvidenceFile("policy/version-\($0.version.number).yaml", Array($0.version.text.utf8))
        }
        return texts + [
            EvidenceFile("policy/versions.txt", lines: rulings.map(EvidencePolicies.line)),
            EvidenceFile("policy/terms.txt", lines: rulings.flatMap(EvidencePolicies.terms)),
        ]
    }

    private static func line(_ ruling: Ruling) -> String {
        // A store's first version is that of the days before it too: their lines were read under it.
        let ranges = ruling.ranges.filter { $0.upperBound >= ruling.version.effective }.map {
            "\(max($0.lowerBound, ruling.version.effective)) to \($0.upperBound)"
        }
        return "version \(ruling.version.number)  published \(ruling.version.published)"
            + "  effective \(ruling.version.effective)"
            + "  ruled \(ranges.isEmpty ? "later only" : ranges.joined(separator: ", "))  digest \(ruling.version.digest)"
    }

    private static func terms(_ ruling: Ruling) -> [String] {
        let retention = ruling.policy.options.retention
        return ["version \(ruling.version.number)"]
            + RetentionClass.settable.map { kind in
                "  \(kind.rawValue)  \(retention[kind])" + (kind == .raw ? "  basis \(retention.basis.rawValue)" : "")
            }
    }
}
