/// What was found in one file, each identifier once for each notation and place.
struct FileFindings {
    private struct Key: Hashable {
        let needle: LeakNeedles.Needle
        let place: LeakFinding.Place
    }

    /// The file's name as it may be shown.
    let file: String
    private(set) var findings: [LeakFinding] = []
    private var indices: [Key: Int] = [:]

    init(file: String) {
        self.file = file
    }

    mutating func add(_ needle: LeakNeedles.Needle, in place: LeakFinding.Place, at position: Int64) {
        let key = Key(needle: needle, place: place)
        if let index = indices[key] {
            findings[index].count += 1
            return
        }
        indices[key] = findings.count
        findings.append(
            LeakFinding(
                line: needle.line, notation: needle.notation, file: file, place: place, position: position, count: 1))
    }
}
