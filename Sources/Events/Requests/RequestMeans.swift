/// By what it was verified that a request may be answered.
public enum RequestMeans: String, CaseIterable, Sendable {
    /// A document that says who somebody is, or that an order is genuine.
    case document
    case inPerson = "in-person"
    /// The account's own login.
    case login
    /// A document by which somebody may act for another.
    case representativeDocument = "representative-document"
    /// A one-time path, asked for by a line that bears an identifier of the subject.
    case possession
    /// The account system that handed it over, where the policy trusts it.
    case accountSystem = "account-system"

    /// Those that an officer puts on record; the others are found.
    public static let byOfficer: [RequestMeans] = [.document, .inPerson, .login, .representativeDocument]
}
