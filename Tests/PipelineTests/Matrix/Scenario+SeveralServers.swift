extension Scenario {
    /// Logs of two servers: nothing is lost, whatever their times are.
    static let severalServers = [
        Scenario("The log of a second server is older") { log in
            let first = log.lines(300, hour: 20)
            let second = log.lines(260, hour: 3)
            return [
                .read(first[..<200], as: "one/access.log", new: first[..<200]),
                .read(second[..<100], as: "two/access.log", new: second[..<100]),
                .read(first, as: "one/access.log", new: first[200...]),
                .read(second, as: "two/access.log", new: second[100...]),
                .read(second + first, as: "all.log"),
            ]
        },
        Scenario("Logs of two servers grow in turns through the same hours") { log in
            let first = log.lines(330, hour: 22)
            let second = log.lines(250, hour: 22)
            return [
                Step(
                    .append(first[..<100], to: "one/access.log"), .append(second[..<90], to: "two/access.log"),
                    fed: "one/access.log", "two/access.log", new: first[..<100] + second[..<90]),
                Step(
                    .append(second[90..<200], to: "two/access.log"), .append(first[100..<101], to: "one/access.log"),
                    fed: "two/access.log", "one/access.log", new: first[100..<101] + second[90..<200]),
                Step(
                    .append(first[101...], to: "one/access.log"), .append(second[200...], to: "two/access.log"),
                    fed: "one/access.log", "two/access.log", new: first[101...] + second[200...]),
            ]
        },
        Scenario("Two servers have many lines in common") { log in
            let same = log.lines(120, hour: 22)
            let (first, second) = (same.interleaved(with: log.lines(90, hour: 22)), same + log.lines(70, hour: 21))
            return [
                .read(first, as: "one/access.log", new: first), .read(second, as: "two/access.log", new: second),
                .read(second, as: "two/access.log"), .read(first, as: "one/access.log"),
                .read(first + second, as: "all.log"),
            ]
        },
        Scenario("Two logs differ in their last lines only") { log in
            let same = log.lines(200, hour: 22)
            let (first, second) = (same + log.hit(), same + log.hit() + log.lines(2))
            return [
                .read(first, as: "one/access.log", new: first), .read(second, as: "two/access.log", new: second),
                .read(first, as: "one/access.log"), .read(second, as: "two/access.log"),
            ]
        },
        Scenario("The lines of two servers, interleaved, are a log of their own") { log in
            let first = log.lines(100, hour: 22)
            let second = log.lines(130, hour: 22)
            let both = second.interleaved(with: first)
            return [
                .read(second, as: "two/access.log", new: second), .read(both, as: "both.log", new: both),
                .read(first, as: "one/access.log", new: first), .read(both, as: "both.log"),
            ]
        },
        Scenario("What a source of its own has counted is new to another", by: Feeding.runs) { log in
            let text = log.lines(120, hour: 23)
            return ["one", "two"].flatMap { source -> [Step] in
                [.read(text[..<80], source: source, new: text[..<80]), .read(text, source: source, new: text[80...])]
            } + [.read(text, new: text), .read(text, source: "one")]
        },
    ]
}
