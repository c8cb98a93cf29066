/// A time as it is written: what the clock shows, and how far that is from UTC if the text says.
struct WrittenTime {
    /// The date and time of day in milliseconds, as if they were UTC.
    var local: Int64
    /// The offset from UTC in seconds; nil if none is written.
    var offset: Int?

    /// UTC milliseconds.
    @inline(__always)
    func instant(_ options: LineOptions) -> Int64 {
        guard let offset else { return options.zone.instant(ofLocal: local) }
        return local - Int64(offset) * 1000
    }
}
