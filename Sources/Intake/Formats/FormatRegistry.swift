/// The log formats, the more specific before the more general: detection takes the first of those that match equally
/// well.
public enum FormatRegistry {
    public static let formats: [LogFormat] = [
        LogFormat(VirtualHostCombinedFormat()),
        LogFormat(CombinedFormat()),
        LogFormat(CommonFormat()),
        LogFormat(CombinedExtraFormat()),
    ]

    /// The format of that name, if there is one.
    public static func format(named name: String) -> LogFormat? {
        formats.first { $0.name == name }
    }
}
