internal import Events

/// What is known of a key without reading it.
public struct KeyRecord: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// Of the pseudonyms of an epoch.
        case epoch
        /// Of the tags that recognise what was read in a month.
        case identity
        /// Of a day's sealed lines.
        case day
        /// Of the records of one day that a hold keeps, or of what it asks for.
        case hold
        /// Of what one request is about.
        case request
        /// Of what one correction says.
        case correction
        /// Around the private halves of all pairs.
        case keyEncryption = "key-encryption"
        /// Of the audit log's next record.
        case audit
        /// That of the audit log's first record, sealed to the officers.
        case auditOrigin = "audit-origin"
        /// An officer's public half.
        case officer
        /// Of the signatures under certificates.
        case signing
        /// Of the tags on the list of objections.
        case suppression
        /// An officer's private half that should not be there any more.
        case officerPrivate = "officer-private"
    }

    public let kind: Kind
    /// Epoch, month, pair, number or officer, as the file is named.
    public let name: String
    /// When the file was written, in seconds since 1970.
    public let made: Int64
}

extension PairName {
    /// What a survey calls the pair.
    var kind: KeyRecord.Kind {
        switch self {
        case .day: .day
        case .hold, .filter: .hold
        case .request: .request
        case .correction: .correction
        }
    }
}
