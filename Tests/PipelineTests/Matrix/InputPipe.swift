import Foundation
import TestSupport

/// A pipe of which each read gets one piece, whatever the reader's and the writer's speeds are.
///
/// It is a socket that keeps messages apart (unix(7), SOCK_SEQPACKET), so that a run can be repeated exactly.
final class InputPipe {
    private static let longestPiece = 16 << 10

    let descriptor: Int32

    /// - Parameter seed: of the lengths of the pieces.
    init(_ bytes: [UInt8], seed: UInt64) throws {
        var ends: [Int32] = [0, 0]
        // SAFETY: the call writes two descriptors.
        guard unsafe socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0 else {
            throw CocoaError(.fileReadUnknown)
        }
        descriptor = ends[0]
        let writer = ends[1]
        Thread.detachNewThread {
            var random = SplitMix64(seed: seed)
            var start = 0
            while start < bytes.count {
                // Two bytes tell gzip data from others.
                let count = min(Int.random(in: 2...InputPipe.longestPiece, using: &random), bytes.count - start)
                // SAFETY: the piece lies within the array.
                let sent = unsafe bytes.withUnsafeBytes { buffer in
                    unsafe send(
                        writer, UnsafeRawBufferPointer(rebasing: buffer[start...]).baseAddress, count,
                        Int32(MSG_NOSIGNAL))
                }
                if sent != count { break }
                start += count
            }
            close(writer)
        }
    }

    deinit {
        close(descriptor)
    }
}
