extension Scenario {
    /// `tail -F`, started again: a pipe that begins with the last lines that were counted.
    static let restarted = [
        Scenario("A restarted tail repeats lines that have been counted", by: Feeding.pipes) { log in
            let text = log.lines(700, hour: 22)
            return [
                .read(text[..<300], new: text[..<300]), .read(text[290..<500], new: text[300..<500]),
                .read(text[436..<600], new: text[500..<600]), .read(text[599...], new: text[600...]),
                .read(text[690...]),
            ]
        },
        Scenario("A restarted tail goes on where a file ended", by: [.inTurns]) { log in
            let text = log.lines(260, hour: 23)
            return [
                .read(text[..<150], source: "web", new: text[..<150]),
                .read(text[140...], source: "web", new: text[150...]),
            ]
        },
        Scenario("A restarted tail of a log that is shorter than what it repeats", by: Feeding.pipes) { log in
            let text = log.lines(45, hour: 23)
            return [.read(text[..<5], new: text[..<5]), .read(text[2...], new: text[5...]), .read(text[35...])]
        },
        Scenario("A tail that does not reach back to what was counted loses nothing", by: Feeding.pipes) { log in
            let text = log.lines(300, hour: 23)
            return [
                .read(text[..<100], new: text[..<100]), .read(text[120..<200], new: text[120..<200]),
                .read(text[190...], new: text[200...]),
            ]
        },
        Scenario("Lines from the middle of what was counted, and then others, are new", by: Feeding.pipes) { log in
            let text = log.lines(200, hour: 22)
            let other = log.lines(40)
            let pipe = text[170..<190] + other
            return [.read(text, new: text), .read(pipe, new: pipe), .read(pipe)]
        },
        Scenario("A restarted tail repeats a whole last line that had no line end", by: Feeding.pipes) { log in
            let text = log.lines(150, hour: 23) + log.hit()
            let again = text[140...] + log.lines(40) + log.hit()
            let more = again[30...] + log.lines(20)
            return [
                .read(text.lacking(1), new: text), .read(text[130...].lacking(1)),
                .read(again.lacking(1), new: again[11...]), .read(more, new: more[(again.lines.count - 30)...]),
            ]
        },
    ]
}
