public import Events

/// Something that a record of the audit log tells besides its event.
///
/// Names and values are of closed sets: counts, days, instants, digests, words of ours, and officers. There is no way to put a
/// line of a log, an identifier, a path or words of a user into a record.
public enum AuditField: Sendable {
    case count(Count, Int)
    case day(Date, Day)
    /// UTC seconds.
    case time(Instant, Int64)
    case digest(Digest, AuditDigest)
    case outcome(Outcome)
    case retention(RetentionClass)
    case key(KeyRecord.Kind)
    case fault(AuditDamage)
    case request(RequestKind)
    case means(RequestMeans)
    case ground(RequestGround)
    /// Name and fingerprint of an officer.
    case officer(Officer)

    public enum Count: String, CaseIterable, Sendable {
        case inputs, read, accepted, filtered, rejected, duplicate, sealed
        case epochs, rows, days, files, bytes, lines, frames
        case identifiers, findings, faults
        /// Lines that were left out, for they are locked.
        case restricted
        /// How many keys were made.
        case keys
        /// The number of a key, or of the one that takes its place; of a hold.
        case number, next
        /// The number of the last record that was removed from this log.
        case removed
        /// The number of a damaged log's last record, and that of the next one by its key.
        case found, expected
    }

    public enum Date: String, CaseIterable, Sendable {
        case day, from, to
        /// From which day on a policy counts.
        case effective
    }

    public enum Instant: String, CaseIterable, Sendable {
        /// The machine's time, where the job was told another one.
        case clock
        /// The time that an earlier run recorded.
        case recorded
        /// Before which records were removed from this log.
        case before
    }

    public enum Digest: String, CaseIterable, Sendable {
        case policy, certificate
        /// Of the key directory.
        case keyDirectory = "key-directory"
        /// The hash of the last record that was removed from this log.
        case last
        /// Of what was handed to somebody outside.
        case package
    }

    /// How a job stands.
    public enum Outcome: String, CaseIterable, Sendable {
        case begun, done, interrupted, failed
    }
}

extension AuditField {
    /// What stands in the record.
    var content: (name: String, value: AuditValue) {
        switch self {
        case .count(let name, let count): (name.rawValue, .number(count))
        case .day(let name, let day): (name.rawValue, .text("\(day)"))
        case .time(let name, let seconds): (name.rawValue, .text(AuditTime.text(seconds)))
        case .digest(let name, let digest): (name.rawValue, .text(digest.text))
        case .outcome(let outcome): ("outcome", .text(outcome.rawValue))
        case .retention(let kept): ("class", .text(kept.rawValue))
        case .key(let kind): ("key", .text(kind.rawValue))
        case .fault(let damage): ("fault", .text(damage.rawValue))
        case .request(let kind): ("kind", .text(kind.rawValue))
        case .means(let means): ("means", .text(means.rawValue))
        case .ground(let ground): ("ground", .text(ground.rawValue))
        case .officer(let officer):
            (
                "officer",
                .text((Officer.isName(officer.name) ? officer.name : "?") + " " + officer.publicHalf.fingerprint)
            )
        }
    }
}
