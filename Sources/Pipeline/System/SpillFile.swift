import CLinux
import Glibc
import Privacy

/// A nameless file of sealed chunks, for input that must be kept until it is known whether it counts.
///
/// The key lives in memory only, so what the disk keeps of the file cannot be read when the process is gone.
final class SpillFile {
    private let cipher = SpillCipher()
    private let descriptor: Int32
    private var lengths: [Int] = []

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// - Parameter folder: a folder on the disk to use.
    static func make(in folder: String) throws -> SpillFile {
        let descriptor = unsafe open(folder, Int32(footfall_o_tmpfile) | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JobError(.io, "Cannot make a temporary file in \(folder). Check the disk and permissions.")
        }
        return SpillFile(descriptor: descriptor)
    }

    deinit {
        close(descriptor)
    }

    func append(_ bytes: Span<UInt8>) throws {
        let sealed = try cipher.seal(bytes, index: lengths.count)
        var written = 0
        while written < sealed.count {
            let count = write(sealed, from: written)
            guard count >= 0 else {
                throw JobError(
                    .io,
                    "Cannot write a temporary file. Free some space and run the command again; what is committed is safe."
                )
            }
            written += count
        }
        lengths.append(sealed.count)
    }

    /// Gives back all chunks in order.
    func replay(_ body: (Span<UInt8>) throws -> Void) throws {
        var offset = 0
        for (index, length) in lengths.enumerated() {
            var sealed = [UInt8](repeating: 0, count: length)
            var filled = 0
            while filled < length {
                let count = read(into: &sealed, from: filled, at: offset + filled)
                guard count > 0 else {
                    throw JobError(.io, "Cannot read a temporary file back. Check the disk and run the command again.")
                }
                filled += count
            }
            offset += length
            let chunk = try cipher.open(sealed, index: index)
            try body(chunk.span)
        }
    }

    private func write(_ bytes: [UInt8], from start: Int) -> Int {
        repeat {
            // SAFETY: `start` lies within the array.
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: $0[start...]).baseAddress, $0.count - start)
            }
            if count >= 0 || errno != EINTR { return count }
        } while true
    }

    private func read(into bytes: inout [UInt8], from start: Int, at offset: Int) -> Int {
        repeat {
            // SAFETY: at most the free part of the array is written.
            let count = unsafe bytes.withUnsafeMutableBytes {
                unsafe pread(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[start...]).baseAddress, $0.count - start,
                    off_t(offset))
            }
            if count >= 0 || errno != EINTR { return count }
        } while true
    }
}
