public import Events

/// How long each class of data is kept, and why raw lines are.
public struct Retention: Hashable, Sendable {
    /// What the term of raw lines rests on.
    public enum Basis: String, CaseIterable, Sendable {
        /// A law asks for it: nobody can have their lines taken out before the day comes.
        case law
        /// The operator's own wish.
        case own
    }

    /// The built-in terms.
    ///
    /// That of ``RetentionClass/order`` cannot be set: no term ends what an order holds, only the day that it names.
    public static let standard: [RetentionClass: RetentionTerm] = [
        .raw: .months(3), .rejects: .months(3), .misuse: .months(6), .illegal: .months(36), .order: .unlimited,
        .events: .months(3), .coarse: .months(13), .requests: .months(36), .corrections: .months(3),
        .audit: .months(36), .certificates: .unlimited, .statistics: .unlimited,
    ]

    /// The basis of ``RetentionClass/raw``.
    public var basis: Basis = .law
    private var terms = Retention.standard

    public init() {}

    public subscript(kind: RetentionClass) -> RetentionTerm {
        get { terms[kind] ?? .none }
        set { terms[kind] = newValue }
    }
}
