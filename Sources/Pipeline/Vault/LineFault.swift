public import Events
import Privacy
import Store

/// Something that keeps a reader of sealed lines from saying that it has seen all; names days and files, never what is in
/// them.
public struct LineFault: Hashable, Sendable {
    public let day: Day
    /// The path in the store.
    public let file: String
    /// What is wrong with it.
    public let reason: String
    /// What lies in the file.
    let kind: RetentionClass

    init(_ file: SealedFile, _ reason: String) {
        day = file.name.day
        kind = file.name.kind
        self.file = StoreLayout.relativePath(of: file.name)
        self.reason = reason
    }

    init(_ file: SealedFile, _ fault: SealedFault) {
        let words = "\(fault.kind)"
        self.init(file, words.prefix(1).uppercased() + words.dropFirst() + ".")
    }
}
