public import Privacy

/// What a look into the vault has found.
public struct VaultReadingSummary: Sendable {
    /// Lines that could be opened.
    public internal(set) var lines = 0
    /// Those of them that were shown or counted.
    public internal(set) var shown = 0
    /// Lines that were left out, for somebody objects whom they name.
    public internal(set) var withheld = 0
    /// Lines that could be opened, but of which the file no longer says how they are to be parsed.
    public internal(set) var unparsable = 0
    /// What is wrong with which file.
    public internal(set) var faults: [(file: String, fault: SealedFault)] = []
}
