import Events
import Privacy

/// The folder that a person is handed: `disclosure.json` and `disclosure.txt`, written line by line.
final class DisclosureFiles {
    static let version = 1

    private let folder: String
    private let temporary: String
    private let json: PrivateFile
    private let text: PrivateFile
    private var hasDays = false
    /// The day whose object has been begun, and the array in it.
    private var day: Day?
    private var place: DisclosedLine.Place?

    /// Begins both files in a folder that gets its name when they are whole.
    init(folder: String, head: DisclosureHead) throws {
        self.folder = folder
        temporary = PrivateFile.temporary(folder)
        try PrivateFile.makeFolder(temporary)
        json = try PrivateFile(creating: temporary + "/disclosure.json")
        text = try PrivateFile(creating: temporary + "/disclosure.txt")
        try json.append("{" + head.members.map { "\(JSONText.quoted($0.0)):\($0.1)" }.joined(separator: ","))
        try json.append(",\n\"days\":[")
        try text.append(head.words)
    }

    /// Takes the lines of a day, those of one place behind the other.
    func append(_ line: DisclosedLine) throws {
        try begin(line.line.day)
        if place == line.place {
            try json.append(",\n")
        } else {
            try json.append((place == nil ? "" : "],") + "\n\"\(line.place.rawValue)\":[\n")
            place = line.place
            switch line.place {
            case .lines: break
            case .rejected: try text.append("  Lines that came on the day and could not be read:\n")
            case .held: try text.append("  Records that are kept apart:\n")
            }
        }
        try json.append(line.json)
        try text.append(line.words)
    }

    /// Ends a day.
    func end(_ told: DisclosedDay) throws {
        guard told.isTold || day != nil else { return }
        try begin(told.day)
        try json.append(
            (place == nil ? "" : "],") + "\n" + told.members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}")
        try text.append(told.words)
        day = nil
        place = nil
    }

    /// Ends the files, makes them durable and gives the folder its name.
    func finish(_ tail: DisclosureTail) throws {
        try json.append("],\n" + tail.members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",\n") + "}\n")
        try text.append(tail.words)
        try json.finish()
        try text.finish()
        try PrivateFile.renameFolder(temporary, to: folder)
    }

    func discard() {
        json.discard()
        text.discard()
        PrivateFile.removeFolder(temporary)
    }

    private func begin(_ day: Day) throws {
        guard self.day == nil else { return }
        self.day = day
        try json.append((hasDays ? "," : "") + "\n{\"day\":\"\(day)\",")
        try text.append("\n\(day)\n")
        hasDays = true
    }
}
