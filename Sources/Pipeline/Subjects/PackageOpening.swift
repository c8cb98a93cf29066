public import Privacy
import Store

/// Opens the package that a store's officers have made for an authority; needs no store.
public enum PackageOpening {
    /// What came out of a package.
    public struct Outcome: Sendable {
        /// Nil if that part is damaged.
        public let manifest: PackageManifest?
        /// Lines that could be opened.
        public let lines: Int
        /// What is wrong with the package.
        public let faults: [SealedFault]

        /// Whether everything is there that the manifest says.
        public var isWhole: Bool { faults.isEmpty && manifest.map { $0.lines == lines } ?? false }
    }

    /// Hands out the lines in their order.
    ///
    /// - Parameters:
    ///   - key: that of the recipient.
    ///   - body: takes whole lines.
    /// - Throws: ``JobError`` (missing, data) if there is no package at the path, or it is for somebody else.
    public static func run(
        _ path: String, showing key: OfficerKeyFile, _ body: (Span<UInt8>) throws -> Void
    ) throws -> Outcome {
        guard OutputFile.exists(path) else { throw JobError(.missing, "\(path): no such file.") }
        let source = try FileSource(path: path)
        let package = try PackageReader.survey(size: Int(source.byteCount)) { offset, count in
            try source.read(at: Int64(offset), count: count)
        }
        guard let package else {
            throw JobError(.data, "\(path) is no package, or its beginning is damaged. Ask for it once more.")
        }
        var manifest: PackageManifest?
        var lines = 0
        do {
            let half = try key.privateHalf()
            let faults = try package.open(with: half) { frame in
                if frame.label.source == 0 {
                    manifest = PackageManifest(frame.lines)
                } else {
                    lines += Int(frame.label.lines)
                    try body(frame.lines.span)
                }
            }
            return Outcome(manifest: manifest, lines: lines, faults: faults)
        } catch SealError.cannotOpen {
            throw JobError(.data, "\(path) is not sealed to this key, or its beginning was changed.")
        }
    }

    /// Writes the lines to a new file that none but its owner may read.
    ///
    /// - Throws: ``JobError`` (cannotCreate) if there is something at `output`, and what ``run(_:showing:_:)`` throws.
    public static func run(_ path: String, showing key: OfficerKeyFile, writingTo output: String) throws -> Outcome {
        let file = try PrivateFile(creating: output)
        do {
            let outcome = try run(path, showing: key) { try file.append($0.copied) }
            try file.finish()
            return outcome
        } catch {
            file.discard()
            throw error
        }
    }
}
