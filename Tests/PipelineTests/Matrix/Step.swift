/// One step of a scenario: what happens to the logs, what is then read, and how much of it is new.
struct Step: Sendable {
    enum Change: Sendable {
        /// Appends to a file, which is made if it is not there.
        case append(LogText, to: String)
        /// Puts a file in the place of another, as a person who copies logs together does.
        case write(LogText, to: String)
        case rename(String, to: String)
        /// Leaves `NAME.gz` in the place of the file.
        case compress(String)
        /// Copies a file and then empties it.
        case copyTruncate(String, to: String)
        case remove(String)
    }

    var changes: [Change]
    /// The files that are read, in their order.
    var fed: [String]
    /// The name that keeps the input apart from others, if there is one.
    var source: String?
    /// The lines that count now, and never before or after.
    var new: LogText
    /// How many bytes of a last line wait for the rest of it.
    var pending = 0

    init(_ changes: Change..., fed: String..., source: String? = nil, new: LogText = LogText(), pending: Int = 0) {
        self.changes = changes
        self.fed = fed
        self.source = source
        self.new = new
        self.pending = pending
    }

    /// A step that reads one file of this content.
    static func read(
        _ text: LogText, as name: String = "access.log", source: String? = nil, new: LogText = LogText(),
        pending: Int = 0
    ) -> Step {
        Step(.write(text, to: name), fed: name, source: source, new: new, pending: pending)
    }
}
