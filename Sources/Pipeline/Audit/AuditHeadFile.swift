import Intake
import Privacy

/// Heads of audit logs that were kept in files.
enum AuditHeadFile {
    /// - Parameter argument: a path, or `-` for the standard input.
    /// - Throws: ``JobError`` (data) if there is no head in it, ``IntakeError`` if it cannot be read.
    static func read(_ argument: String) throws -> AuditHead {
        var stream = try Ingest.Input(argument).open()
        var bytes = [UInt8](repeating: 0, count: AuditHead.byteLimit)
        var count = 0
        while count < bytes.count, case .bytes(let added) = try stream.read(into: &bytes, at: count) { count += added }
        guard let head = AuditHead(text: String(decoding: bytes[..<count], as: UTF8.self)) else {
            throw JobError(
                .data,
                "\(argument) holds no head of an audit log. Give what `footfall audit show --head` has printed.")
        }
        return head
    }
}
