/// Which bytes make words in an agent, and their lower case.
enum AgentBytes {
    /// By byte: its lower case if it belongs to words, else 0; letters are the greatest.
    static let folded = (UInt8.min...UInt8.max).map { byte in
        ASCII.isAlphanumeric(byte) || isJoint(byte) ? ASCII.lowercased(byte) : 0
    }

    /// What stands within names: `google-xrawler`, `musical_ly`, `Y!J`.
    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "!")
    }
}
