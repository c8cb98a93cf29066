/// Why a request is refused.
public enum RequestGround: String, CaseIterable, Sendable {
    /// Who sent it could not be verified.
    case unverified
    /// The sender is not the person whom the data is about, and may not act for that person.
    case notTheSubject = "not-the-subject"
    /// What is asked for would harm the rights of others.
    case othersRights = "others-rights"
    /// A law asks for what is to be taken out.
    case statutoryRetention = "statutory-retention"
    /// There is nothing wrong with what is stored.
    case unfounded
    /// The same was asked for and answered not long ago.
    case repetitive
    /// Nothing is stored about the person.
    case noData = "no-data"
    /// What was given is an address that others share.
    case addressShared = "address-shared"
}
