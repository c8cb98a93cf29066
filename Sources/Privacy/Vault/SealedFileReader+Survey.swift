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
        guard let header = try front ?? trailer(size, source) else {
            return SealedFileReader(
                source: source, asked: name, header: nil, area: 0..<size, isClosed: false, places: [],
                outerFaults: [SealedFault(.headerDamaged, at: 0), SealedFault(.trailerDamaged, at: size)])
        }
        var faults: [SealedFault] = []
        if front == nil { faults.append(SealedFault(.headerDamaged, at: 0)) }
        if header.name != name { faults.append(SealedFault(.anotherFile(header.name), at: 0)) }

        let length = header.bytes.count
        var end = size
        var places = try places(header.mark, in: (front == nil ? 0 : length)..<size, source)
        func isTrailer(at offset: Int) throws -> Bool {
            try offset >= 0 && offset + length <= size && source(offset, length) == header.bytes
        }
        var isClosed = try isTrailer(at: size - length) && (front == nil || size >= 2 * length)
        if isClosed {
            end = size - length
        } else if let last = try places.last(where: { try $0.isLast && isTrailer(at: $0.end) }) {
            // Something has been appended to a whole file.
            isClosed = true
            end = last.end
            faults.append(SealedFault(.foreign(bytes: size - end - length), at: end + length))
        }
        places.removeAll { $0.end > end }
        let start = min(length, places.first?.offset ?? end)
        return SealedFileReader(
            source: source, asked: name, header: header, area: start..<max(start, end), isClosed: isClosed,
            places: places,
            outerFaults: faults)
    }

    /// The header that the file ends with.
    private static func trailer(_ size: Int, _ source: Source) throws -> SealedHeader? {
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
