internal import Glibc

extension ByteInterner {
    /// Makes room for values of so many bytes together: while they do not take more, the memory they lie in stays where
    /// it is, and ``erase()`` leaves nothing of them behind.
    public mutating func reserveBytes(_ count: Int) {
        dictionary.bytes.reserveCapacity(count)
    }

    /// Overwrites all values and forgets them; the memory stays for the next ones.
    public mutating func erase() {
        // SAFETY: the buffer is written within the call; `explicit_bzero` is not optimised away.
        unsafe dictionary.bytes.withUnsafeMutableBytes { bytes in
            if let start = bytes.baseAddress { unsafe explicit_bzero(start, bytes.count) }
        }
        removeAll()
    }
}
