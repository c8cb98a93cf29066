public import Events

/// Reads a sealed file, as much of it as is whole, and says what is wrong with the rest.
///
/// Frames are found by the mark that all of a file's frames begin with, whatever stands between them, and a frame reaches no
/// further than to the next mark; so damage never spreads, and reading takes a time in proportion to the file's length,
/// whatever a file claims. Memory is needed for one frame, whose length is bounded by ``FileSealer/lineBytes``, and for
/// 32 bytes to note where each frame lies, of which none takes less than 57.
public struct SealedFileReader {
    /// Gives `count` bytes from `offset` on, all of which lie within the file.
    public typealias Source = (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// What the file is, by its header or else its trailer; nil if both are damaged.
    public var name: SealedName? { header?.name }

    /// Whether a file that begins like this is a sealed one, all of which but its header is random to whoever has no key.
    public static func isSealed(_ beginning: [UInt8]) -> Bool { beginning.starts(with: SealedHeader.magic) }

    let source: Source
    let asked: SealedName
    let header: SealedHeader?
    /// Where frames may lie, the trailer, if it is whole, and where frames seem to lie.
    let area: Range<Int>
    let trailer: Range<Int>?
    let places: [FramePlace]
    /// What is wrong with the header.
    let outerFaults: [SealedFault]

    /// What is wrong with the file as far as that can be told without a key.
    ///
    /// That is the header, the trailer, the marks and the frames' order and lengths, by what they say of themselves.
    public func faults() -> [SealedFault] {
        guard header != nil else { return outerFaults }
        // The file ends with its last frame, so a greater number is none of its own.
        let last = places.last(where: \.isLast)?.index ?? .max
        return faults(good: places.map { $0.index <= last })
    }

    /// Opens every frame that is whole, in the order in which they were written, and says what is wrong.
    ///
    /// - Parameters:
    ///   - privateHalf: that of the file's pair. If it opens nothing, ``SealedFault/Kind/anotherKey`` is among what is wrong.
    ///   - isAnyFile: whether to open the file if it is another one than was asked for, too. Its frames are whole in any case,
    ///     or they do not open: the key is wrapped for the file that the header says.
    ///   - body: what it throws ends the reading and is passed on, as is what the source throws.
    public func open(
        with privateHalf: borrowing PrivateHalf, evenIfAnother isAnyFile: Bool = false,
        _ body: (OpenedFrame) throws -> Void
    ) throws -> [SealedFault] {
        guard let header, isAnyFile || header.name == asked else { return faults() }
        let secret: SecretKey
        do throws(SealError) {
            secret = try HybridSeal.open(
                header.wrappedKey, with: privateHalf, for: SealedHeader.purpose(header.name))
        } catch {
            return [SealedFault(.anotherKey, at: 0)] + faults()
        }
        let cipher = FrameCipher(secret, for: header)
        var good = [Bool](repeating: false, count: places.count)
        var lastGiven = -1
        for position in places.indices.sorted(by: { places[$0].index < places[$1].index }) {
            guard let frame = try open(places[position], cipher) else { continue }
            good[position] = true
            guard !places[position].isLast, frame.index > lastGiven else { continue }
            lastGiven = frame.index
            try body(frame)
        }
        return faults(good: good)
    }

    /// - Returns: nil if the frame is damaged.
    private func open(_ place: FramePlace, _ cipher: FrameCipher) throws -> OpenedFrame? {
        let bytes = try source(place.offset + FrameHead.markLength, place.count - FrameHead.markLength)
        guard let head = FrameHead(Array(bytes.prefix(FrameHead.byteCount))),
            FramePlace(head, at: place.offset) == place,
            bytes.count == place.count - FrameHead.markLength,
            let deflated = cipher.open(bytes[FrameHead.byteCount...], head),
            let lines = head.isLast ? [] : FrameDeflater.inflate(deflated, exactly: Int(head.plainCount))
        else { return nil }
        return OpenedFrame(index: place.index, label: head.label, lines: lines)
    }

    private func faults(good: [Bool]) -> [SealedFault] {
        let order = FrameOrder(
            area: area, trailer: trailer, good: zip(places, good).filter(\.1).map(\.0),
            bad: zip(places, good).filter { !$0.1 }.map(\.0))
        return (outerFaults + order.faults()).sorted { $0.offset < $1.offset }
    }
}
