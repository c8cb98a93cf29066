/// One file of a folder of evidence.
struct EvidenceFile {
    /// The path below the folder.
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(_ name: String, lines: [String]) {
        self.init(name, Array(lines.map { $0 + "\n" }.joined().utf8))
    }
}
