extension Scenario {
    /// The same content again, and content that has grown: read from a file twice, piped twice, piped every night.
    static let repeated = [
        Scenario("The same log again is known") { log in
            let text = log.lines(300, hour: 22)
            return [.read(text, new: text), .read(text), .read(text, as: "copy.log")]
        },
        Scenario("Of a log that has grown the growth counts") { log in
            let text = log.lines(900, hour: 22)
            let ends = [0, 1, 2, 40, 300, 301, 900]
            return zip(ends, ends.dropFirst()).map { .read(text[..<$1], new: text[$0..<$1]) } + [.read(text)]
        },
        Scenario("The same holds of logs that are longer than any buffer", by: [.file, .pipe], isLarge: true) { log in
            let text = log.lines(1600, hour: 20, padding: 900)
            let other = text[..<1150] + log.lines(20)
            return [
                .read(text[..<1200], new: text[..<1200]), .read(text, new: text[1200...]), .read(text[..<1400]),
                .read(other, as: "other.log", new: other),
            ]
        },
        Scenario("A log that is longer than any buffer counts once", by: [.file]) { log in
            let text = log.lines(1100, hour: 20, padding: 1000)
            return [.read(text, new: text)]
        },
        Scenario("A log that repeats its own beginning loses nothing") { log in
            let text = log.lines(150, hour: 23)
            return [.read(text, new: text), .read(text + text, new: text), .read(text + text), .read(text)]
        },
        Scenario("Lines that are all alike count as often as they are there") { log in
            let line = log.hit()
            let text = LogText(lines: Array(repeating: line.lines[0], count: 500))
            return [
                .read(text[..<40], new: text[..<40]), .read(text, new: text[40...]), .read(text[..<40]), .read(text),
            ]
        },
    ]
}
