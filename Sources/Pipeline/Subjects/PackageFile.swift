import Events
import Privacy

/// A package that is being written.
final class PackageFile {
    private let file: PrivateFile
    private let sealer: PackageSealer
    private var digest = SHA256Digest()
    private var bytes: Int64 = 0
    private var part: PackagePart?
    private var number: UInt32 = 0
    /// Lines of the part that wait until there are enough of them for a frame.
    private var waiting: [UInt8] = []
    private var count: UInt32 = 0
    private var arrival: Int64 = 0

    /// Begins the file with its manifest.
    init(_ order: AuthorityOrder, _ manifest: PackageManifest, day: Day, at path: String) throws {
        sealer = try PackageSealer(for: order.recipient, on: day)
        file = try PrivateFile(creating: path)
        try write(sealer.header)
        try seal(manifest.bytes, FrameLabel(source: 0, context: 0, arrival: 0, lines: 1))
    }

    /// Appends a line with its line feed.
    func append(_ line: ArraySlice<UInt8>, of part: PackagePart, arrival: Int64) throws {
        let isSame = self.part?.isSamePlace(as: part) == true
        if !isSame || waiting.count + line.count > FileSealer.frameBytes { try flush() }
        if !isSame {
            self.part = part
            number += 1
        }
        if count == 0 { self.arrival = arrival }
        waiting += line
        count += 1
    }

    /// Ends the file and makes it durable.
    func finish() throws -> (bytes: Int64, digest: [UInt8]) {
        try flush()
        var end: [UInt8] = []
        sealer.finish(appendingTo: &end)
        try write(end)
        try file.finish()
        return (bytes, digest.finish())
    }

    func discard() { file.discard() }

    private func flush() throws {
        guard count > 0 else { return }
        try seal(waiting, FrameLabel(source: number, context: 0, arrival: arrival, lines: count))
        waiting.removeAll(keepingCapacity: true)
        count = 0
    }

    private func seal(_ lines: [UInt8], _ label: FrameLabel) throws {
        var sealed: [UInt8] = []
        sealer.seal(lines.span, label, appendingTo: &sealed)
        try write(sealed)
    }

    private func write(_ piece: [UInt8]) throws {
        digest.update(piece.span)
        bytes += Int64(piece.count)
        try file.append(piece)
    }
}
