import Events
import FuzzSupport

@testable import Intake

/// Times of every notation, and the patterns of `strftime`.
///
/// The input: the notation and the present, a byte each; for a pattern its text up to the line end; two times, each up to
/// a line end. Promised is that what is read is an instant that may be, and that nothing but the text decides.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    let kind = input.choice(plain.count + 2)
    let latest = Int64(input.byte()) * 40_000_000_000
    let options = LineOptions(latest: latest, zone: kind % 2 == 0 ? berlin : .utc)
    guard let notation = kind < plain.count ? plain[kind] : pattern(&input, isApache: kind == plain.count) else {
        return 0
    }
    let earlier = input.line()
    let text = input.line()
    var used = TimeReader()
    _ = read(earlier, &used, notation, options, padding: 0)
    var fresh = TimeReader()
    let instant = read(text, &fresh, notation, options, padding: 0)
    check(read(text, &used, notation, options, padding: 0) == instant, "what was read before does not matter")
    check(read(text, &used, notation, options, padding: 9) == instant, "what stands around a time does not matter")
    if let instant {
        check(TimeParts.instants.contains(instant), "an instant is one that may be")
        check(instant <= latest + TimeParts.day, "an instant is not in the future")
    }
    return 0
}

private let plain: [TimeNotation] =
    [.commonLog, .iso8601, .automatic, .date, .timeOfDay, .syslog] + EpochUnit.allCases.map { .epoch($0) }

/// UTC+1, and UTC+2 in a summer.
private let berlin = ZoneOffsets([
    LocalDay.Segment(start: 0, offset: 3600), LocalDay.Segment(start: 1_774_746_000, offset: 7200),
    LocalDay.Segment(start: 1_792_890_000, offset: 3600),
])

private func pattern(_ input: inout FuzzInput, isApache: Bool) -> TimeNotation? {
    let text = String(decoding: input.line(), as: UTF8.self)
    do throws(TimePatternError) {
        return .pattern(isApache ? try TimePattern(apache: text) : try TimePattern(text))
    } catch {
        switch error {
        case .unknownDirective(_, let offset), .incompleteDirective(let offset):
            check((0..<text.utf8.count).contains(offset), "an error lies within the text")
        }
        return nil
    }
}

/// - Parameter padding: bytes before and behind the text.
private func read(
    _ text: [UInt8], _ reader: inout TimeReader, _ notation: TimeNotation, _ options: LineOptions, padding: Int
) -> Int64? {
    let digits = [UInt8](repeating: ASCII.nine, count: padding)
    let bytes = digits + text + digits
    let range = padding..<padding + text.count
    do throws(LineFailure) {
        return try reader.readInstant(notation, bytes.span, range, options)
    } catch {
        check([RejectReason.time, .future].contains(error.reason), "what cannot be read is the time")
        check(error.position == range.lowerBound, "the time as a whole cannot be read")
        return nil
    }
}
