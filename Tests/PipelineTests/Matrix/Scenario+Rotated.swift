extension Scenario {
    /// What rotation does to files.
    static let rotated = [
        Scenario("A renamed log is known, and what it got before counts") { log in
            let first = log.lines(300, hour: 21)
            let last = log.lines(40)
            let second = log.lines(90)
            let third = log.lines(20)
            return [
                Step(.append(first, to: "access.log"), fed: "access.log", new: first),
                Step(
                    .append(last, to: "access.log"), .rename("access.log", to: "access.log.1"),
                    .append(second, to: "access.log"),
                    fed: "access.log.1", "access.log", new: last + second),
                Step(
                    .rename("access.log.1", to: "access.log.2"), .rename("access.log", to: "access.log.1"),
                    .append(third, to: "access.log"),
                    fed: "access.log", "access.log.1", "access.log.2", new: third),
            ]
        },
        Scenario("A compressed log is known, and what it got before counts") { log in
            let first = log.lines(300, hour: 21)
            let last = log.lines(40)
            let second = log.lines(90)
            return [
                Step(.append(first, to: "access.log"), fed: "access.log", new: first),
                Step(
                    .rename("access.log", to: "access.log.1"), .append(second, to: "access.log"),
                    fed: "access.log", new: second),
                Step(
                    .append(last, to: "access.log.1"), .compress("access.log.1"),
                    fed: "access.log", "access.log.1.gz", new: last),
                Step(.rename("access.log.1.gz", to: "access.log.2.gz"), fed: "access.log.2.gz"),
            ]
        },
        Scenario("After copytruncate the copy is known, and what follows is new", steps: { copyTruncate(&$0, 20) }),
        Scenario("After copytruncate a log may be longer than before", steps: { copyTruncate(&$0, 700) }),
        Scenario("A truncated log that begins as before is new from its beginning") { log in
            let head = log.lines(300, hour: 21)
            let first = head + log.lines(100)
            let second = head + log.lines(50)
            return [
                Step(.append(first, to: "access.log"), fed: "access.log", new: first),
                Step(
                    .copyTruncate("access.log", to: "access.log.1"), .append(second, to: "access.log"),
                    fed: "access.log", "access.log.1", new: second),
                Step(fed: "access.log.1", "access.log"),
            ]
        },
        Scenario("A log that is gone and comes back as it was is known") { log in
            let text = log.lines(120, hour: 23)
            return [
                Step(.append(text, to: "access.log"), fed: "access.log", new: text),
                Step(.remove("access.log"), .append(text, to: "access.log"), fed: "access.log"),
            ]
        },
    ]

    private static func copyTruncate(_ log: inout LogMaker, _ count: Int) -> [Step] {
        let first = log.lines(250, hour: 22)
        let last = log.lines(30)
        let second = log.lines(count)
        let third = log.lines(60)
        return [
            Step(.append(first, to: "access.log"), fed: "access.log", new: first),
            Step(
                .append(last, to: "access.log"), .copyTruncate("access.log", to: "access.log.1"),
                .append(second, to: "access.log"),
                fed: "access.log.1", "access.log", new: last + second),
            Step(.append(third, to: "access.log"), fed: "access.log", "access.log.1", new: third),
        ]
    }
}
