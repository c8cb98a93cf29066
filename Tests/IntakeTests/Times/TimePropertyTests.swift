import Events
import TestSupport
import Testing

@testable import Intake

@Suite("Times, whatever they are")
struct TimePropertyTests {
    @Test("An instant that is written in any notation is read back", arguments: UInt64(0)..<20)
    func roundTrip(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var reader = TimeReader()
        for _ in 0..<100 {
            // From 1970-01-02 to 2099.
            let instant = Int64.random(in: 86_400_000..<4_102_444_800_000, using: &generator)
            let zone = Int.random(in: -14 * 4...14 * 4, using: &generator) * 900
            let written = RenderedTime(instant, offset: zone)
            let options = LineOptions(latest: instant, zone: .fixed(zone))
            for (notation, text, precision) in try written.notations() {
                let read = try reader.instant(notation, Array(text.utf8), options)
                #expect(read == instant / precision * precision, "\(text)")
            }
        }
    }

    @Test("A year-less time within half a year of the present gets its year back", arguments: UInt64(0)..<20)
    func yearless(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var reader = TimeReader()
        for _ in 0..<200 {
            let present = Int64.random(in: 86_400_000_000..<4_000_000_000_000, using: &generator)
            let instant = present - Int64.random(in: -86_400_000..<180 * 86_400_000, using: &generator)
            let written = RenderedTime(instant, offset: 0)
            let read = try reader.instant(.syslog, Array(written.syslog.utf8), LineOptions(latest: present))
            #expect(read == instant / 1000 * 1000)
        }
    }

    @Test("No bytes crash the reading of a time, and what is read is a time that may be", arguments: UInt64(0)..<30)
    func anyBytes(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let alphabet = Array("0123456789009-:/., +TZe[]JanFebMarSunGMTpm*\0\u{FF}".utf8)
        let patterns = try [
            "%Y-%m-%d %H:%M:%S %z", "%c", "%G %V %a %r", "%s%f%Z", "%j%U%W%y%C%n%p", "%b%B%e%k%l%w%u%g",
        ].map { TimeNotation.pattern(try TimePattern($0)) }
        let notations =
            [.commonLog, .iso8601, .automatic, .date, .timeOfDay, .syslog] + EpochUnit.allCases.map { .epoch($0) }
            + patterns
        var reader = TimeReader()
        let options = LineOptions(latest: 4_000_000_000_000, zone: berlin)
        for round in 0..<300 {
            var text: [UInt8]
            if round % 2 == 0 {
                text = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? 0
                }
            } else {
                let instant = Int64.random(in: 0..<4_000_000_000_000, using: &generator)
                let sound = try RenderedTime(instant, offset: 3600).notations().randomElement(using: &generator)
                text = Array((sound?.text ?? "").utf8)
                for _ in 0..<Int.random(in: 1...3, using: &generator) where !text.isEmpty {
                    let place = Int.random(in: 0..<text.count, using: &generator)
                    if Bool.random(using: &generator) {
                        text[place] = alphabet.randomElement(using: &generator) ?? 0
                    } else {
                        text.remove(at: place)
                    }
                }
            }
            for notation in notations {
                guard let instant = try? reader.instant(notation, text, options) else { continue }
                #expect(TimeParts.instants.contains(instant) && instant <= options.latest + TimeParts.day)
                // The text alone decides, not its surroundings nor what was read before.
                #expect(TimeReader.read(notation, String(decoding: text, as: UTF8.self), options) == instant)
            }
        }
    }

    @Test("No text crashes the compilation of a pattern, nor does what it compiles to", arguments: UInt64(0)..<20)
    func anyPattern(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let alphabet = Array("%%%%%aAbBcCdDeEfFgGhHIjklmMnOpPrRsStTuUVwWxXyYzZ0123456789-_^# :é")
        for _ in 0..<300 {
            let text = String(
                (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "%"
                })
            guard let pattern = try? TimePattern(text) else { continue }
            let bytes = (0..<60).map { _ in UInt8.random(in: 32..<128, using: &generator) }
            var parts = TimeParts()
            if let end = pattern.match(bytes.span, at: 5, end: 50, into: &parts) { #expect((5...50).contains(end)) }
            _ = try? parts.instant(LineOptions(latest: .max), at: 0)
        }
    }
}
