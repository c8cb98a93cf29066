import CLinux

/// What the C library does with memory that has been freed.
enum HeapMemory {
    /// Keeps freed memory for the next allocation instead of giving it back to the kernel.
    ///
    /// An ingest frees and takes the same few tens of megabytes with every batch; that the kernel takes them back and
    /// clears them again would cost it a tenth of its time. How much can be kept is bounded by what was ever needed at once.
    static func keepFreed() {
        // The largest threshold that mallopt(3) takes, and twice that at the heap's end.
        _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
        _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
    }
}
