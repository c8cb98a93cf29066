/// Something in a store that is not as it was written, or not where it belongs.
public struct StoreFinding: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// A file on record is not there.
        case missing
        /// A file does not have the length, or the bytes, that are on record.
        case size, digest
        /// A file cannot be read, or not as what it is.
        case unreadable
        /// What a file says of itself is not what is on record of it.
        case metadata
        /// A part of a sealed file is damaged, missing or in the wrong place.
        case sealed
        /// A day's key is missing, or there although the day was destroyed.
        case key
        /// Something that is on record was not finished when its process died.
        case unfinished
        /// What a process that died has left and nobody needs.
        case leftover
        /// A file of which nothing is on record.
        case orphan
        /// The folder of a day is of another generation than is on record.
        case generation
        /// A certificate is missing, was changed or bears another signature.
        case certificate
        /// Statistics or a version of the policy are not what was recorded.
        case release, policy
        /// The audit log is not what was written.
        case audit
    }

    public let kind: Kind
    /// The path below the store's folder.
    public let file: String
    /// Of a sealed file.
    public let frames: ClosedRange<Int>?
    /// Where in the file, in bytes from its beginning.
    public let offset: Int?
    /// What is wrong; holds nothing of what lies in files.
    public let what: String

    init(_ kind: Kind, _ file: String, frames: ClosedRange<Int>? = nil, offset: Int? = nil, _ what: String) {
        self.kind = kind
        self.file = file
        self.frames = frames
        self.offset = offset
        self.what = what
    }

    /// What to do about it.
    public var advice: String {
        switch kind {
        case .missing, .size, .digest, .unreadable, .metadata:
            "Restore the file from a backup; if there is none, keep it as it is and say so where its numbers are used."
        case .sealed:
            "Restore the file from a backup; if there is none, `footfall vault read` still shows the lines of all other frames."
        case .key:
            "Name the store's own key directory with --keys, restore it, or run `footfall expire` if the day is over."
        case .unfinished: "Run `footfall verify --repair`; destruction that was begun is finished by `footfall expire`."
        case .leftover: "Run `footfall verify --repair`, or any `footfall ingest`."
        case .orphan:
            "If the catalog was restored, restore a newer one; otherwise run `footfall verify --repair`, and move away what it leaves."
        case .generation: "Restore the day's folder and catalog.sqlite from the same backup."
        case .certificate: "Restore the file from a copy: whoever was given one has the same."
        case .release, .policy: "Restore catalog.sqlite from a backup."
        case .audit: "Run `footfall audit verify`, which names every fault."
        }
    }
}
