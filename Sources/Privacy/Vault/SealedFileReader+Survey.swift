public import Events

extension SealedFileReader {
    /// How many bytes are looked at at once.
    private static let pieceLength = 256 << 10

    /// Reads the file once to find its header, its trailer and its frames.
    ///
    /// - Parameters:
    ///   - name: the file that was asked for. ``SealedFault/Kind/anotherFile(_:)`` tells if the header says another one.
    ///   - size: the file's length.
    /// - Throws: what the source throws.
    public static func survey(_ name: SealedName, size: Int, source: @escaping Source) throws -> SealedFileReader {
        let front = SealedHeader(startOf: try source(0, min(size, SealedHeader.lengths.upperBound)))
        guard let header = try front ?? lastHeader(size, source) else {
            return SealedFileReader(
                source: source, asked: name, header: nil, area: 0..<size, trailer: nil, places: [],
                outerFaults: [SealedFault(.headerDamaged, at: 0), SealedFault(.trailerDamaged, at: size)])
        }
        var faults: [SealedFault] = []
        if front == nil { faults.append(SealedFault(.headerDamaged, at: 0)) }
        if header.name != name { faults.append(SealedFault(.anotherFile(header.name), at: 0)) }

        let length = header.bytes.count
        var places = try places(header.mark, in: (front == nil ? 0 : length)..<size, source)
        let trailer = try trailer(header, size, behind: front == nil ? 0 : length, places, source)
        if let trailer { places.removeAll { trailer.overlaps($0.offset..<$0.end) } }
        // What is left of a damaged header may be shorter.
        let start = min(length, places.first?.offset ?? size, trailer?.lowerBound ?? size)
        return SealedFileReader(
            source: source, asked: name, header: header, area: start..<size, trailer: trailer,
            places: places,
            outerFaults: faults)
    }

    /// Where the trailer is whole: at the file's end, or behind the last frame if something has been appended.
    private static func trailer(
        _ header: SealedHeader, _ size: Int, behind start: Int, _ places: [FramePlace], _ source: Source
    ) throws -> Range<Int>? {
        let length = header.bytes.count
        for end in [size] + places.filter(\.isLast).map({ $0.end + length }) {
            guard end >= start + length, end <= size else { continue }
            if try source(end - length, length) == header.bytes { return (end - length)..<end }
        }
        return nil
    }

    /// The header that the file ends with.
    private static func lastHeader(_ size: Int, _ source: Source) throws -> SealedHeader? {
        let length = min(size, SealedHeader.lengths.upperBound)
        let end = try source(size - length, length)
        for start in end.indices {
            let rest = Array(end[start...])
            if let header = SealedHeader(startOf: rest), header.bytes == rest { return header }
        }
        return nil
    }

    /// Where frames seem to lie: where the mark stands and a head says how far the frame reaches, no further than to the
    /// next mark.
    private static func places(_ mark: UInt64, in area: Range<Int>, _ source: Source) throws -> [FramePlace] {
        var places: [FramePlace] = []
        func note(_ mark: Range<Int>) throws {
            guard mark.count >= FrameHead.overhead else { return }
            let bytes = try source(mark.lowerBound + FrameHead.markLength, FrameHead.byteCount)
            guard let head = FrameHead(bytes), head.frameCount <= mark.count else { return }
            places.append(FramePlace(head, at: mark.lowerBound))
        }
        var latest: Int?
        var window: UInt64 = 0
        var position = area.lowerBound
        while position < area.upperBound {
            let piece = try source(position, min(pieceLength, area.upperBound - position))
            if piece.isEmpty { break }
            for byte in piece {
                window = window << 8 | UInt64(byte)
                position += 1
                let found = position - FrameHead.markLength
                guard window == mark, found >= area.lowerBound else { continue }
                if let latest { try note(latest..<found) }
                latest = found
            }
        }
        if let latest { try note(latest..<area.upperBound) }
        return places
    }
}
