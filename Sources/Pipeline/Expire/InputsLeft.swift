import Events
import Foundation
import Intake
import Store

/// Which input files still hold lines of a day: they make the certificate of its destruction hollow.
///
/// A file that was read may have got another name by log rotation; so every file beside it that is of the same source counts.
/// It holds lines of the day if it was written to since the day began and its first line is of the day or an earlier one.
struct InputsLeft {
    /// A file as it is on record, with what is there now.
    struct Left {
        let recorded: String
        let paths: [String]
    }

    /// Bytes of a file that are looked at to find its first line.
    private static let sampleBytes = 1 << 20

    private let store: Store
    private let environment: JobEnvironment
    private let calendar: StoreCalendar
    private var siblings: [String: [String]] = [:]
    private var firstDays: [String: Day] = [:]

    init(store: Store, environment: JobEnvironment, calendar: StoreCalendar) {
        self.store = store
        self.environment = environment
        self.calendar = calendar
    }

    /// The files that still hold lines of a day, by path.
    mutating func paths(of day: Day) throws -> [String] {
        Set(try left(of: day).flatMap(\.paths)).sorted()
    }

    /// For each file that held lines of a day when it was read, the files that do so now.
    mutating func left(of day: Day) throws -> [Left] {
        try store.catalog.inputFiles(of: day).map { recorded in
            Left(recorded: recorded, paths: siblings(of: recorded).filter { holds($0, day) })
        }
    }

    /// The files of a file's source in its folder.
    private mutating func siblings(of path: String) -> [String] {
        if let known = siblings[path] { return known }
        let folder = FilePlace.parent(of: path)
        let source = SourceName.name(ofPath: path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let found = names.map { folder == "/" ? "/\($0)" : "\(folder)/\($0)" }
            .filter { SourceName.name(ofPath: $0) == source }.sorted()
        siblings[path] = found
        return found
    }

    private mutating func holds(_ path: String, _ day: Day) -> Bool {
        let begin = calendar.localDay(day).range.lowerBound * 1_000_000_000
        do throws(IntakeError) {
            guard let status = try FileStatus.of(path: path), status.isRegularFile, status.modified >= begin else {
                return false
            }
            return try firstDay(of: path).map { $0 <= day } ?? false
        } catch {
            // What cannot be read may hold anything.
            if case .notFound = error { return false }
            return true
        }
    }

    /// The day of the first line that can be parsed; nil if there is none.
    private mutating func firstDay(of path: String) throws(IntakeError) -> Day? {
        if let known = firstDays[path] { return known }
        let sample = try InputsLeft.sample(of: path)
        let source = SourceName.name(ofPath: path)
        let options = environment.settings.lineOptions(
            ofSource: source, latest: environment.now(), zone: calendar.zoneOffsets)
        var formats = environment.settings.format(ofSource: source).format.map { [$0] }
        if formats == nil, case .chosen(let choice) = FormatDetector.detect(sample.span, options: options) {
            formats = choice.formats
        }
        guard let formats else { return nil }
        var parser = LineParser(formats: formats, options: options)
        var batch = RawBatch(seed: 1)
        var tally = LineTally()
        var done = 0
        while done < sample.count, batch.rowCount == 0 {
            done +=
                parser.parse(
                    sample.span.extracting(done..<sample.count), firstLine: done == 0 ? 1 : 2, into: &batch,
                    tally: &tally,
                    limit: 1
                ).bytes
        }
        let day = batch.time.first.map { calendar.day(of: $0 >= 0 ? $0 / 1000 : ($0 - 999) / 1000) }
        firstDays[path] = day
        return day
    }

    /// The first whole lines of a file.
    private static func sample(of path: String) throws(IntakeError) -> [UInt8] {
        var stream = try ByteStream(path: path)
        var buffer = [UInt8](repeating: 0, count: sampleBytes)
        var filled = 0
        while filled < buffer.count {
            guard case .bytes(let count) = try stream.read(into: &buffer, at: filled, timeoutMilliseconds: 0) else {
                break
            }
            filled += count
        }
        let whole = filled == buffer.count ? (buffer.lastIndex(of: 10).map { $0 + 1 } ?? filled) : filled
        return Array(buffer[..<whole])
    }
}
