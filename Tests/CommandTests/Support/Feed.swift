import Glibc

/// What is still to be written into a child's standard input.
struct Feed {
    /// A write of at most this many bytes goes into a pipe as a whole (PIPE_BUF).
    private static let pieceLimit = 4096

    private var pieces: [[UInt8]] = []
    private var copies = 0
    private var last: [UInt8] = []
    private var index = 0
    private var written = 0

    init(_ input: Child.Input) {
        switch input {
        case .nothing, .file, .held: break
        case .pieces(let list): pieces = list.filter { !$0.isEmpty }
        case .repeated(let piece, let count, let end):
            pieces = [piece]
            copies = count - 1
            last = end
        }
    }

    /// Writes what the pipe takes now.
    /// - Returns: the descriptor, or -1 when everything is written, or nobody reads any more, and it is closed.
    mutating func write(to descriptor: Int32) -> Int32 {
        guard let piece else { return Feed.end(descriptor) }
        let count = min(piece.count - written, Feed.pieceLimit)
        // SAFETY: `written` and `count` stay within the piece.
        let done = unsafe piece.withUnsafeBytes { bytes in
            unsafe Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: bytes[written..<written + count]).baseAddress, count)
        }
        guard done >= 0 else { return errno == EINTR || errno == EAGAIN ? descriptor : Feed.end(descriptor) }
        written += done
        if written == piece.count { advance() }
        return self.piece == nil ? Feed.end(descriptor) : descriptor
    }

    private var piece: [UInt8]? { index < pieces.count ? pieces[index] : nil }

    private mutating func advance() {
        written = 0
        if copies > 0 {
            copies -= 1
        } else {
            index += 1
            if index == pieces.count, !last.isEmpty {
                pieces.append(last)
                last = []
            }
        }
    }

    private static func end(_ descriptor: Int32) -> Int32 {
        close(descriptor)
        return -1
    }
}
