import Intake

/// An open file that is followed, whatever its name is by now.
final class FollowedFile {
    let run: InputRun
    let node: FileStatus.Node
    /// Files that were opened later have higher numbers.
    let number: Int
    /// The name under which the file was found last.
    var path: String
    /// Whether the file was found under a name at the last look.
    var isNamed = true
    /// What the last look has told.
    var status: FileStatus
    /// What the file was like before it was last read to its end; nil while there is more to read.
    var statusAtEnd: FileStatus?
    /// Whether the file has not been read to its end since it was opened.
    var isCatchingUp = true
    /// Whether the reading has ended and only the commit is missing.
    var hasEnded = false
    /// Whether the file is to be read again from its beginning once what was read is on record.
    var isReadAgain = false
    /// Whether the file has been open before, so that all its lines have had time to come.
    var isRepeated = false
    /// What kept the file from being read to its end.
    var failure: String?
    /// When something was read last, or the file lost its name.
    var quietSince: Int64
    /// Since when lines wait that are not on record.
    var waitsSince: Int64?
    /// Whether all that is held has been compared with known content, line by line, and agrees.
    var isKnownSoFar = false

    init(_ run: InputRun, path: String, status: FileStatus, number: Int, at time: Int64) {
        self.run = run
        self.path = path
        self.status = status
        self.number = number
        node = status.node
        quietSince = time
    }

    var isAtEnd: Bool { statusAtEnd != nil }

    /// Whether a read may bring something.
    var mayHaveMore: Bool { !hasEnded && statusAtEnd != status }

    /// Whether lines of the file are among the rows that wait for a commit.
    var hasUncommitted: Bool { run.settling.hasUncommitted }
}
