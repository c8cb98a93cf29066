public import Events

/// A person to whom days are sealed: the public half of their pair, in `officers/<name>.pub`.
///
/// The file is text of three lines: what it is and its version, the day of its making, and the public half in base64.
public struct Officer: Hashable, Sendable {
    public let name: String
    public let publicHalf: PublicHalf
    /// The day on which the pair was made.
    public let made: Day

    static let suffix = ".pub"
    static let byteLimit = 1024
    private static let heading = "footfall officer public key, version 1"
    private static let date = "made "

    init(name: String, publicHalf: PublicHalf, made: Day) {
        self.name = name
        self.publicHalf = publicHalf
        self.made = made
    }

    /// Reads a file of that name.
    init?(name: String, text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count == 3, lines[0] == Officer.heading, lines[1].hasPrefix(Officer.date),
            let made = Day(lines[1].dropFirst(Officer.date.count)), let publicHalf = PublicHalf(text: lines[2])
        else { return nil }
        self.init(name: name, publicHalf: publicHalf, made: made)
    }

    /// What stands in the file.
    public var text: String {
        """
        \(Officer.heading)
        \(Officer.date)\(made)
        \(publicHalf.text)

        """
    }

    /// Whether a name can be that of a file anywhere: up to 64 small letters, digits, `-`, `_` and `.`, the first of them a
    /// letter or a digit.
    public static func isName(_ name: String) -> Bool {
        guard (1...64).contains(name.utf8.count), let first = name.utf8.first else { return false }
        func isWord(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return isWord(first) && name.utf8.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
    }
}
