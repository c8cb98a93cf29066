import Intake

/// What was read of a file, by its first bytes and its last: tells whether the file still is what it was.
///
/// Content that has been replaced has another first line, because log lines carry the time. A file that was emptied and
/// has grown beyond the old size is told by its last bytes too, should it begin with the same header.
struct FileMark {
    private static let length = 1024

    private var head: [UInt8] = []
    private var tail: [UInt8] = []
    /// How many bytes have been read.
    private(set) var end: Int64 = 0

    /// Takes note of the next bytes that were read.
    mutating func take(_ bytes: Span<UInt8>) {
        if head.count < FileMark.length {
            head += bytes.extracting(first: min(bytes.count, FileMark.length - head.count)).copied
        }
        tail += bytes.extracting(last: min(bytes.count, FileMark.length)).copied
        if tail.count > FileMark.length { tail.removeFirst(tail.count - FileMark.length) }
        end += Int64(bytes.count)
    }

    /// Whether the file still begins with these bytes, and has them before the place where reading goes on.
    func holds(in stream: borrowing ByteStream) -> Bool {
        stream.bytes(at: 0..<Int64(head.count)) == head
            && stream.bytes(at: end - Int64(tail.count)..<end) == tail
    }
}
