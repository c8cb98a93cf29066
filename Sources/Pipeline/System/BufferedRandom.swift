import CLinux
import Glibc

/// The kernel's random numbers, drawn a block at a time, because one is needed per row.
struct BufferedRandom: RandomNumberGenerator {
    private static let blockSize = 512
    private var block: [UInt64] = []

    mutating func next() -> UInt64 {
        if block.isEmpty { refill() }
        return block.removeLast()
    }

    private mutating func refill() {
        block = [UInt64](repeating: 0, count: BufferedRandom.blockSize)
        // SAFETY: the kernel fills at most the array's own bytes.
        unsafe block.withUnsafeMutableBytes { bytes in
            var filled = 0
            while filled < bytes.count {
                let count = unsafe getrandom(
                    UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]).baseAddress, bytes.count - filled, 0)
                precondition(count > 0 || errno == EINTR, "the kernel has no random numbers")
                filled += max(0, count)
            }
        }
    }
}
