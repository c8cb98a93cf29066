public import Events

/// Writes a package: lines that are handed to somebody outside, who alone can open it.
///
/// It is a sealed file (``FileSealer``) behind a header of its own, sealed to a pair that was made for it alone; what opens that
/// pair is sealed to the recipient. Whoever has made the package can open it no more.
public final class PackageSealer {
    /// What the file begins with.
    public let header: [UInt8]

    private let sealer: FileSealer

    /// - Parameters:
    ///   - recipient: what `footfall officer new` has made, or anybody else with such a pair.
    ///   - day: on which the package is made.
    /// - Throws: ``SealError/unusableKey`` if nothing can be sealed to the recipient's public half.
    public init(for recipient: Officer, on day: Day) throws(SealError) {
        let header = try PackageHeader.make(for: recipient.publicHalf, on: day)
        let pair = SealedPair(
            name: .request(header.name.sequence), publicHalf: header.publicHalf, keyEncryptionNumber: 0, sealed: [])
        sealer = try FileSealer(header.name, to: pair, deflater: FrameDeflater())
        self.header = header.bytes + sealer.header
    }

    /// Appends a frame, as ``FileSealer/seal(_:_:appendingTo:)`` does.
    public func seal(_ lines: Span<UInt8>, _ label: FrameLabel, appendingTo file: inout [UInt8]) {
        sealer.seal(lines, label, appendingTo: &file)
    }

    /// Appends the last frame and the trailer, after which the file is whole.
    public func finish(appendingTo file: inout [UInt8]) {
        sealer.finish(appendingTo: &file)
    }
}
