import Foundation
import Testing

/// Compares a text with a file under Snapshots/.
///
/// With RECORD_SNAPSHOTS=1 the file is written, and the test fails, so that nobody mistakes a fresh recording for a comparison.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name); look at it, then run without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
        return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard recorded != text else { return }
    let old = recorded.components(separatedBy: "\n")
    let new = text.components(separatedBy: "\n")
    let place =
        zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
        .map { "line \($0.offset + 1):\n- \($0.element.0)\n+ \($0.element.1)" } ?? "its length"
    Issue.record("\(name) differs, first in \(place)", sourceLocation: sourceLocation)
}
