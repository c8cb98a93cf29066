/// What one commit puts on record of one input.
public struct InputUpdate: Sendable {
    public var contents: [ContentUpdate]
    /// What is remembered of the input's source; nil leaves what is there.
    public var source: SourceMemory?
    /// The mark from which on anyone else's record of the same content is a conflict.
    public var revision: Int64

    /// The file that was read; nil for pipes.
    public var file: InputFile?

    public init(contents: [ContentUpdate], source: SourceMemory?, revision: Int64, file: InputFile? = nil) {
        self.contents = contents
        self.source = source
        self.revision = revision
        self.file = file
    }
}
