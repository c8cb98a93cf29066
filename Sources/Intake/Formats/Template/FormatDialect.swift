/// A directive of a format text: what it stands for, and how much it is worth where several stand for the same.
struct FormatDirective {
    var field: LogField
    /// Of directives that fill the same field, the one with the lowest number is used.
    var rank = 0
    var ending: LineTemplate.Ending?

    static let ignored = FormatDirective(field: .ignored)
}
