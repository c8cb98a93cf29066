extension Scenario {
    /// Logs one behind the other in one input, as `zcat -f access.log*` gives them.
    static let concatenated = [
        Scenario("Known logs are known in whatever order they are concatenated") { log in
            let texts = [log.lines(3, hour: 21), log.lines(150), log.lines(420)]
            let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
            return texts.enumerated().map { .read($1, as: "access.log.\($0)", new: $1) }
                + orders.map { .read($0.reduce(LogText()) { $0 + texts[$1] }) }
        },
        Scenario("What stands behind concatenated logs is new, and known from then on") { log in
            let (first, second) = (log.lines(150, hour: 21), log.lines(220))
            let (third, fourth) = (log.lines(80), log.lines(70))
            return [
                .read(first, new: first), .read(second, new: second),
                .read(second + first + third, as: "all.log", new: third),
                .read(third + first + second, as: "all.log"),
                .read(first + second + third + fourth, as: "all.log", new: fourth),
                .read(fourth + third + second + first, as: "all.log"),
            ]
        },
        Scenario("What stands before a known log is new, and known from then on") { log in
            let (known, before) = (log.lines(150, hour: 22), log.lines(80))
            return [
                .read(known, new: known), .read(before + known, as: "all.log", new: before),
                .read(before), .read(before + known, as: "all.log"), .read(known + before, as: "all.log"),
            ]
        },
        Scenario("What stands before the beginning of a known log is new, and known from then on") { log in
            let (known, before) = (log.lines(400, hour: 22), log.lines(80))
            let input = before + known[..<250]
            return [.read(known, new: known), .read(input, as: "all.log", new: before), .read(input, as: "all.log")]
        },
        Scenario("Of concatenated logs that have grown the growth counts") { log in
            let (first, second) = (log.lines(150, hour: 21), log.lines(200))
            let (more, most) = (log.lines(50), log.lines(30))
            return [
                .read(first, new: first), .read(second, new: second),
                .read(first + second + more, as: "all.log", new: more),
                .read(second + more + most, new: most),
                .read(second + more + most + first, as: "all.log"),
                .read(first + second + more + most, as: "all.log"),
            ]
        },
        // Not of one run that follows: to it, the growth is no content of its own.
        Scenario(
            "A concatenation that was new as a whole is known when it comes back with more behind it", by: Feeding.runs
        ) { log in
            let (first, second, third) = (log.lines(90, hour: 22), log.lines(170), log.lines(60))
            return [
                .read(first + second, new: first + second), .read(first + second),
                .read(first + second + third, new: third), .read(third + first + second, as: "all.log"),
            ]
        },
    ]
}
