extension Scenario {
    /// Last lines that are still being written.
    static let unfinished = [
        Scenario("Half a last line waits for its end") { log in
            let text = log.lines(150, hour: 23) + log.hit()
            let more = text + log.lines(80) + log.hit()
            let (half, moreAndHalf) = (text.halfLine, more.halfLine)
            return [
                .read(half, new: text[..<150], pending: half.unfinishedBytes),
                .read(half, pending: half.unfinishedBytes), .read(text, new: text[150...]),
                .read(moreAndHalf, new: more[151..<231], pending: moreAndHalf.unfinishedBytes),
                .read(more, new: more[231...]),
            ]
        },
        Scenario("A whole last line without line end counts once") { log in
            let text = log.lines(150, hour: 23) + log.hit()
            let more = text + log.lines(60) + log.hit()
            return [
                .read(text.lacking(1), new: text), .read(text.lacking(1)), .read(text),
                .read(more.lacking(1), new: more[text.lines.count...]), .read(more), .read(text.lacking(1)),
            ]
        },
        Scenario(
            "What follows a last line that counted, up to its line end, belongs to it", by: Feeding.runs, of: .common
        ) { log in
            let text = log.lines(150, hour: 23) + log.hit()
            let more = text + log.lines(60)
            // The number of bytes lacks two digits, which leaves a line that is read.
            let begun = text.lacking(3)
            let further = text.lacking(2)
            return [
                .read(begun, new: begun.cutShort), .read(begun), .read(further, pending: further.unfinishedBytes),
                .read(more, new: more[text.lines.count...]), .read(more),
            ]
        },
    ]
}
