import Events

/// The parts of a time that the fields of a line have told so far.
///
/// Some formats spread a time over several fields, the date in one and the time of day in another; each field adds its
/// parts, and ``instant(_:at:)`` puts them together.
struct TimeParts: Sendable {
    private var values = InlineArray<20, Int32>(repeating: 0)
    /// One bit per field that has been told; the places of the others hold anything.
    private var bits: UInt32 = 0
    /// UTC milliseconds; if the instant itself is told, it counts and not the fields.
    var epoch: Int64?

    /// Forgets all parts.
    mutating func clear() {
        bits = 0
        epoch = nil
    }

    subscript(field: Field) -> Int? {
        @inline(__always) get {
            bits & (1 << field.rawValue) == 0 ? nil : Int(values[Int(field.rawValue)])
        }
        @inline(__always) set {
            guard let newValue else {
                bits &= ~(1 << field.rawValue)
                return
            }
            values[Int(field.rawValue)] = Int32(truncatingIfNeeded: newValue)
            bits |= 1 << field.rawValue
        }
    }

    /// Adds a date and time that were written as one; says whether they could be read.
    mutating func set(_ time: WrittenTime?) -> Bool {
        guard let time else { return false }
        if let offset = time.offset {
            self[.offset] = offset
            epoch = time.local - Int64(offset) * 1000
            return true
        }
        let rest = (time.local % TimeParts.day + TimeParts.day) % TimeParts.day
        self[.date] = Int((time.local - rest) / TimeParts.day)
        set(timeOfDay: Int(rest))
        return true
    }

    /// Adds an instant in UTC milliseconds; says whether it could be read.
    mutating func set(epoch instant: Int64?) -> Bool {
        guard let instant else { return false }
        epoch = instant
        return true
    }

    /// Adds a time of day in milliseconds.
    mutating func set(timeOfDay milliseconds: Int) {
        let seconds = milliseconds / 1000
        self[.hour] = seconds / 3600
        self[.minute] = seconds / 60 % 60
        self[.second] = seconds % 60
        self[.millisecond] = milliseconds % 1000
    }
}
