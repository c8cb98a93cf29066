import Events
import Privacy
import Store

/// A file of one day that lines are being sealed into.
///
/// Sources and contexts are numbered within the file, and what a number stands for is sealed before its first use, in a
/// frame of source 0.
struct OpenSealedFile {
    private struct Definition: Hashable {
        let source: String
        let context: ParseContext
    }

    /// The source of frames that hold no lines but what the lines behind them mean.
    static let definitions: UInt32 = 0

    private let file: StagedSealedFile
    private let sealer: FileSealer
    private var sources: [String: UInt32] = [:]
    private var contexts: [Definition: UInt32] = [:]
    private var lines = 0
    /// When it was last written to, counted in frames of the run.
    private(set) var lastUse = 0

    init(_ file: StagedSealedFile, to pair: SealedPair, deflater: FrameDeflater) throws {
        self.file = file
        sealer = try FileSealer(file.name, to: pair, deflater: deflater)
        let header = sealer.header
        try file.append(header.span)
    }

    /// Seals a frame, and before it, if it is the first of its kind here, what its lines mean.
    mutating func append(_ frame: PendingFrame, source: String, use: Int) throws {
        lastUse = use
        var sealed: [UInt8] = []
        let context = define(Definition(source: source, context: frame.context), frame.arrival, &sealed)
        let label = FrameLabel(
            source: sources[source] ?? OpenSealedFile.definitions, context: context, arrival: frame.arrival,
            lines: UInt32(frame.lines))
        sealer.seal(frame.bytes.span, label, appendingTo: &sealed)
        lines += frame.lines
        try file.append(sealed.span)
    }

    /// Ends the file and makes it durable.
    func finish() throws -> SealedFile {
        var end: [UInt8] = []
        sealer.finish(appendingTo: &end)
        try file.append(end.span)
        return try file.finish(lines: lines)
    }

    func discard() throws {
        try file.discard()
    }

    /// The number of a context, which is sealed if it is new.
    private mutating func define(_ definition: Definition, _ arrival: Int64, _ sealed: inout [UInt8]) -> UInt32 {
        if let known = contexts[definition] { return known }
        if sources[definition.source] == nil { sources[definition.source] = UInt32(sources.count + 1) }
        let number = UInt32(contexts.count + 1)
        contexts[definition] = number
        let text = definition.context.encoded(source: definition.source) + [10]
        sealer.seal(
            text.span,
            FrameLabel(source: OpenSealedFile.definitions, context: number, arrival: arrival, lines: 1),
            appendingTo: &sealed)
        return number
    }
}
