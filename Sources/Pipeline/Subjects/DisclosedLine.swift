import Events
import Foundation
import Privacy
import Store

/// A line as its subject reads it.
struct DisclosedLine {
    /// Where it lies.
    enum Place: String, CaseIterable {
        /// Among the sealed lines, or the rejected ones of the day on which it came.
        case lines, rejected
        /// In the store of a hold.
        case held

        init(_ kind: RetentionClass) {
            switch kind {
            case .raw: self = .lines
            case .rejects: self = .rejected
            default: self = .held
            }
        }
    }

    let line: SubjectLine
    /// The last day on which it is kept; nil without end.
    let until: Day?
    /// What is right of its fields, by name.
    let corrections: [(field: String, value: String)]

    var place: Place { Place(line.file.name.kind) }

    /// Without its line end.
    private var bytes: [UInt8] { line.bytes.last == 10 ? line.bytes.dropLast() : line.bytes }

    /// The line as text, in which bytes that are no UTF-8 stand as signs for them.
    private var text: String { String(decoding: bytes, as: UTF8.self) }

    /// One object; where the text is not the line byte for byte, its bytes stand beside it.
    var json: String {
        var members = [("source", JSONText.quoted(line.source)), ("line", JSONText.quoted(text))]
        if !text.utf8.elementsEqual(bytes) {
            members.append(("line_base64", JSONText.quoted(Data(bytes).base64EncodedString())))
        }
        members.append(("record", line.record.map { JSONText.object($0.members) } ?? "null"))
        if !corrections.isEmpty {
            members.append(
                ("corrections", JSONText.object(corrections.map { ($0.field, JSONText.quoted($0.value)) })))
        }
        if place == .held {
            members += [
                ("hold", line.hold.map { String($0) } ?? "null"),
                ("class", JSONText.quoted(line.file.name.kind.rawValue)),
                ("until", until.map { JSONText.quoted("\($0)") } ?? "null"),
            ]
        }
        return JSONText.object(members)
    }

    /// The line, and what is right of it.
    var words: String {
        var words = "  \(SafeLine.text(text))\n"
        for correction in corrections {
            words += "    corrected: \(correction.field) is \(SafeLine.text(correction.value))\n"
        }
        if place == .held {
            let kept = until.map { ", kept until \($0)" } ?? ""
            words += "    held: \(line.file.name.kind.rawValue)\(line.hold.map { ", hold \($0)" } ?? "")\(kept)\n"
        }
        return words
    }
}
