import Glibc
import Intake

/// Input that waits until it is known whether it has been counted before.
///
/// A file is simply read again; a pipe is kept, first in memory, then sealed on disk.
final class HeldInput {
    private static let memoryLimit = 8 << 20

    /// A file, which is read again through its open descriptor, whatever has become of its name; nil for a pipe.
    private let file: ByteStream?
    private let spillFolder: String
    private var chunks: [[UInt8]] = []
    private var spill: SpillFile?
    private var start: Int64 = 0
    private(set) var byteCount: Int64 = 0
    private(set) var lineFeeds = 0

    /// Holds a file, which can be read again.
    init(file: consuming ByteStream) {
        self.file = consume file
        spillFolder = ""
    }

    /// Holds a pipe.
    /// - Parameter folder: where to keep what does not fit in memory.
    init(spillingTo folder: String) {
        file = nil
        spillFolder = folder
    }

    var isEmpty: Bool { byteCount == 0 }

    /// - Parameter offset: where the bytes lie in the input; they follow what was appended before.
    func append(_ bytes: Span<UInt8>, at offset: Int64) throws {
        if isEmpty { start = offset }
        byteCount += Int64(bytes.count)
        lineFeeds += bytes.lineFeedCount
        guard file == nil else { return }
        if spill == nil, byteCount > Int64(HeldInput.memoryLimit) {
            let file = try SpillFile.make(in: spillFolder)
            for chunk in chunks { try file.append(chunk.span) }
            chunks = []
            spill = file
        }
        if let spill { try spill.append(bytes) } else { chunks.append(bytes.copied) }
    }

    /// Gives everything back in order, and holds nothing afterwards.
    func release(_ body: (Span<UInt8>) throws -> Void) throws {
        defer { clear() }
        if file != nil {
            if !isEmpty { try read(start..<start + byteCount, body) }
        } else {
            for chunk in chunks { try body(chunk.span) }
            try spill?.replay(body)
        }
    }

    func clear() {
        chunks = []
        spill = nil
        byteCount = 0
        lineFeeds = 0
    }

    /// Reads a range of the file's decompressed bytes.
    private func read(_ range: Range<Int64>, _ body: (Span<UInt8>) throws -> Void) throws {
        guard var stream = file?.reopened() else { return }
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        var position: Int64 = 0
        while position < range.upperBound {
            guard case .bytes(let count) = try stream.read(into: &buffer, at: 0) else {
                throw JobError(.busy, "\(stream.path) became shorter while it was being read. Run the command again.")
            }
            let low = max(range.lowerBound - position, 0)
            let high = min(range.upperBound - position, Int64(count))
            if low < high { try body(buffer.span.extracting(Int(low)..<Int(high))) }
            position += Int64(count)
        }
    }
}

extension Span<UInt8> {
    var lineFeedCount: Int {
        var count = 0
        for index in indices where self[index] == 10 { count += 1 }
        return count
    }

    /// Whether it begins with the byte order mark of UTF-8.
    var hasByteOrderMark: Bool { count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF }

    /// Where the next line feed is.
    func firstLineFeed(from start: Int) -> Int? {
        // SAFETY: memchr looks at the buffer's own bytes only.
        unsafe withUnsafeBytes { buffer in
            guard start < buffer.count, let base = buffer.baseAddress,
                let found = unsafe memchr(base + start, 10, buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    var copied: [UInt8] {
        // SAFETY: the buffer is copied before the closure ends.
        unsafe withUnsafeBufferPointer { unsafe Array($0) }
    }
}
