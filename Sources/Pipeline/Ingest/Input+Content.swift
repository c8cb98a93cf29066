import Intake

extension Ingest.Input {
    /// All of a small input, such as a list that a person has written.
    ///
    /// - Returns: nil if it has more bytes than `limit`.
    /// - Throws: ``IntakeError``.
    func content(atMost limit: Int) throws -> [UInt8]? {
        var stream = try open()
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(limit, 64 << 10) + 1)
        while content.count <= limit, case .bytes(let count) = try stream.read(into: &buffer, at: 0) {
            content += buffer[..<count]
        }
        return content.count <= limit ? content : nil
    }
}
