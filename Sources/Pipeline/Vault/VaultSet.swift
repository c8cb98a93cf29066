import Events
import Privacy
import Store

/// The raw lines of a run on their way into the vault, under one budget of memory.
///
/// A source has one frame a day that waits to be full, so that its lines keep their order; a file is begun when a
/// frame has to be sealed.
struct VaultSet {
    /// Where lines go: the vault of a day, or the rejects of the day of their arrival, each source apart.
    private struct Place: Hashable, Comparable {
        let kind: RetentionClass
        let day: Day
        let isLate: Bool
        let source: String

        static func < (left: Place, right: Place) -> Bool {
            guard left.day == right.day, left.isLate != right.isLate else {
                return (left.day, left.source) < (right.day, right.source)
            }
            return right.isLate
        }
    }

    private struct FileKey: Hashable {
        let kind: RetentionClass
        let day: Day
        let isLate: Bool
    }

    /// A finished file, and whether its lines came too late for their day itself.
    struct Finished {
        var file: SealedFile
        let isLate: Bool
    }

    /// What may be held at once.
    struct Limits {
        /// Bytes of all frames that wait.
        var bytes = 8 << 20
        /// Files that are open at once; the one that has been idle longest is finished first.
        var openFiles = 8
    }

    private let writer: Writer
    private let days: SealedDays
    private let hours: FrozenHours
    private let limits: Limits
    /// Nil if every byte is sealed.
    var redactor: LineRedactor?
    private let deflater = FrameDeflater()
    private var frames: [Place: PendingFrame] = [:]
    private var waitingBytes = 0
    private var files: [FileKey: OpenSealedFile] = [:]
    private var finished: [Finished] = []
    private var uses = 0
    /// The revision of the list of objections that the lines of open files were held against.
    private var revision: Int64 = 0
    /// Lines that came too late to be kept, since the last commit.
    private(set) var lateLines = 0

    init(
        writer: Writer, days: SealedDays, hours: FrozenHours, redactor: LineRedactor? = nil,
        limits: Limits = Limits()
    ) {
        self.writer = writer
        self.days = days
        self.hours = hours
        self.redactor = redactor
        self.limits = limits
    }

    var isEmpty: Bool { frames.isEmpty && files.isEmpty && finished.isEmpty }

    /// Takes lines of one block.
    ///
    /// - Parameters:
    ///   - bytes: where the lines lie.
    ///   - calendar: tells the day of a line.
    ///   - seen: is given the days of accepted lines, also of those that came too late or are people's who object; of none
    ///     if lines are not kept at all.
    mutating func append(
        _ lines: SealedLines, of bytes: Span<UInt8>, calendar: LineCalendar, seen: inout Set<Day>
    ) throws {
        if days.keeps(.raw) { try appendAccepted(lines, of: bytes, calendar: calendar, seen: &seen) }
        guard !lines.rejected.isEmpty, days.keeps(.rejects) else { return }
        let today = try calendar.arrivalDay(lines.arrival)
        for range in lines.rejected {
            try append(LineRun(range, day: today, time: lines.arrival), .rejects, lines, of: bytes)
        }
    }

    private mutating func appendAccepted(
        _ lines: SealedLines, of bytes: Span<UInt8>, calendar: LineCalendar, seen: inout Set<Day>
    ) throws {
        var run = LineRun()
        // Without a law that asks for them, the lines of people who object are not kept.
        let dropped = days.retention.basis == .own ? lines.objectors : []
        for (place, (range, time)) in zip(lines.accepted, lines.times).enumerated() {
            let day = try calendar.day(ofMilliseconds: time)
            if !dropped.isEmpty, dropped[place] {
                seen.insert(day)
                continue
            }
            let isLate = try hours.isLate(ofMilliseconds: time)
            if !run.extend(range, day: day, isLate: isLate, time: time) {
                try append(run, .raw, lines, of: bytes)
                run = LineRun(range, day: day, isLate: isLate, time: time)
                seen.insert(day)
            }
        }
        try append(run, .raw, lines, of: bytes)
    }

    /// Finishes all files and hands them over for a commit.
    mutating func finishAll() throws -> [Finished] {
        try finishOpen()
        defer { finished = [] }
        return finished
    }

    /// Takes note of the list of objections that the next lines are held against; no file has lines of two.
    mutating func use(objections revision: Int64) throws {
        guard revision != self.revision else { return }
        try finishOpen()
        self.revision = revision
    }

    private mutating func finishOpen() throws {
        for place in frames.keys.sorted(by: <) { try seal(place) }
        for key in files.keys.sorted(by: { $0.day != $1.day ? $0.day < $1.day : !$0.isLate && $1.isLate }) {
            try finish(key)
        }
    }

    /// Removes everything that has been written and not handed over.
    mutating func discard() throws {
        frames = [:]
        waitingBytes = 0
        for file in files.values { try file.discard() }
        files = [:]
        try writer.discard(finished.map(\.file))
        finished = []
        lateLines = 0
    }

    /// How many lines came too late to be kept since the last call.
    mutating func takeLateLines() -> Int {
        defer { lateLines = 0 }
        return lateLines
    }

    private mutating func append(
        _ run: LineRun, _ kind: RetentionClass, _ lines: SealedLines, of bytes: Span<UInt8>
    ) throws {
        guard let day = run.day else { return }
        guard try days.key(of: day, kind) != nil else {
            lateLines += run.count
            return
        }
        let redacted = redactor?.redact(
            bytes.extracting(run.bytes), lines.context, arrival: lines.arrival, day: day, isAccepted: kind == .raw)
        guard let redacted else { return try append(run, of: bytes, kind, day, lines) }
        for part in run.parts(of: redacted.span) { try append(part, of: redacted.span, kind, day, lines) }
    }

    private mutating func append(
        _ run: LineRun, of bytes: Span<UInt8>, _ kind: RetentionClass, _ day: Day, _ lines: SealedLines
    ) throws {
        let place = Place(kind: kind, day: day, isLate: run.isLate, source: lines.source)
        if let frame = frames[place], !frame.takes(run, lines.context, arrival: lines.arrival) { try seal(place) }
        var frame =
            frames.removeValue(forKey: place) ?? PendingFrame(context: lines.context, arrival: lines.arrival)
        let before = frame.bytes.count
        frame.append(bytes.extracting(run.bytes), lines: run.count)
        waitingBytes += frame.bytes.count - before
        frames[place] = frame
        while waitingBytes > limits.bytes, let fullest = frames.max(by: { $0.value.bytes.count < $1.value.bytes.count })
        {
            try seal(fullest.key)
        }
    }

    private mutating func seal(_ place: Place) throws {
        guard let frame = frames.removeValue(forKey: place) else { return }
        waitingBytes -= frame.bytes.count
        let key = FileKey(kind: place.kind, day: place.day, isLate: place.isLate)
        if files[key] == nil {
            try makeRoom()
            guard let pair = try days.key(of: place.day, place.kind) else {
                lateLines += frame.lines
                return
            }
            files[key] = try OpenSealedFile(
                writer.beginSealedFile(place.kind, of: place.day, to: pair.name), to: pair, deflater: deflater)
        }
        uses += 1
        try files[key]?.append(frame, source: place.source, use: uses)
    }

    private mutating func finish(_ key: FileKey) throws {
        guard let file = files.removeValue(forKey: key) else { return }
        var sealed = try file.finish()
        sealed.revision = revision
        finished.append(Finished(file: sealed, isLate: key.isLate))
    }

    /// Finishes the file that has been idle longest if no other may be begun.
    private mutating func makeRoom() throws {
        guard files.count == limits.openFiles, let idle = files.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return
        }
        try finish(idle.key)
    }
}
