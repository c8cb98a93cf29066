import Events
import Foundation
import Privacy
import Store
import TestSupport

@testable import Pipeline

extension SealedJobs {
    func holds(at now: String, answer: Bool = true) throws -> Holds {
        try Holds(environment: environment(at: now, answer: answer))
    }

    /// Adds a hold as the first officer.
    ///
    /// - Parameter approvals: how many officers the policy asks for from now on.
    @discardableResult
    func hold(
        _ kind: RetentionClass, _ days: ClosedRange<Day>, until: Day? = nil, _ filter: String = "", at now: String,
        approvals: Int? = nil
    ) throws -> HoldOutcome {
        if let approvals {
            let text = PolicyText.yaml(policy ?? PolicyFile.builtIn)
            policy = try PolicyFile.policy(
                Array(text.replacing(/\n  hold: [12]\n/, with: "\n  hold: \(approvals)\n").utf8), path: "policy.yaml")
        }
        return try holds(at: now).add(
            HoldRequest(kind, days, until: until, filter: LineFilter(filter)), showing: officer)
    }

    /// Adds an officer.
    ///
    /// - Parameter isKnown: whether the key directory knows the officer.
    func addOfficer(_ name: String, isKnown: Bool = true) throws -> OfficerKeyFile {
        let pair = try OfficerPair.make(name: name, on: Day(number: 20_000))
        try pair.write(to: "\(path)/\(name).key")
        if isKnown { _ = try keys.add(pair.officer) }
        return OfficerKeyFile("\(path)/\(name).key")
    }

    /// What an officer reads of a hold; nil if it keeps nothing.
    func records(
        ofHold number: Int, _ day: Day? = nil, at now: String, showing key: OfficerKeyFile? = nil
    ) throws -> String? {
        guard try !(store.catalog.hold(number)?.keptDays ?? []).isEmpty else { return nil }
        var bytes: [UInt8] = []
        let summary = try holds(at: now).read(number, of: day, showing: key ?? officer) { lines in
            bytes += lines.copied
            return true
        }
        return summary.faults.isEmpty ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
