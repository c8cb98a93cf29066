internal import Events

/// A query parameter whose value may be stored.
public enum QueryParameter: Int, CaseIterable, Sendable {
    case utmSource, utmMedium, utmCampaign
    /// The site's own search parameter, whose name the policy gives.
    case searchWords
}

extension QueryParameter {
    /// The column that the parameter's value is stored in.
    var column: EventField.Text {
        switch self {
        case .utmSource: .utmSource
        case .utmMedium: .utmMedium
        case .utmCampaign: .utmCampaign
        case .searchWords: .searchWords
        }
    }
}

extension QueryParameter {
    /// The name of the column that the parameter's value is stored in.
    public var columnName: String { column.name }

    /// The parameter whose value is stored in a column.
    public init?(columnNamed name: String) {
        guard let parameter = QueryParameter.allCases.first(where: { $0.columnName == name }) else { return nil }
        self = parameter
    }
}
