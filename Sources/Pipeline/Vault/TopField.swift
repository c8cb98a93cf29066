import Intake

/// By what lines can be counted.
public enum TopField: String, CaseIterable, Sendable {
    case client, path, agent

    var field: RecordField {
        switch self {
        case .client: .text(.client)
        case .path: .path
        case .agent: .text(.agent)
        }
    }
}
