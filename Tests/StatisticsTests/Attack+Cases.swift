import Events
import Releases

@testable import Statistics

extension Attack {
    static let all: [Attack] = names + sums + numbers

    /// Names that only one person, or one household, can have brought in.
    private static let names: [Attack] = [
        Attack(
            testDescription: "A path of one visitor", protection: .visitors,
            events: people(60) + wanderer(70) { $0.path = "/secret" }
        ) { $0.contains { table in table.rows.contains { $0.labels.contains("/secret") } } },
        Attack(
            testDescription: "A browser of one visitor", protection: .visitors,
            events: people(60) + wanderer(70) { $0.browser = "Own 1.0" }
        ) { $0.contains { table in table.rows.contains { $0.labels.contains("Own 1.0") } } },
        Attack(
            testDescription: "A referrer of one visitor", protection: .visitors,
            events: (0..<60).map {
                TestEvent(
                    visitor: $0, network: $0, referrer: ["a.example", "b.example", "c.example"][$0 % 3],
                    referrerKind: "external")
            }
                + wanderer(70) {
                    $0.referrer = "diary.example"
                    $0.referrerKind = "external"
                }
        ) { $0.contains { table in table.rows.contains { $0.labels.contains("diary.example") } } },
        Attack(
            testDescription: "A keyword of one visitor", protection: .visitors,
            events: people(60) + wanderer(70) { $0.texts[.keyword] = "my own name" }
        ) { $0.labels("keywords").contains("my own name") },
        Attack(
            testDescription: "Ten cookies of one network, and an eleventh visitor", protection: .networks,
            events: people(60)
                + (100..<110).map { TestEvent(visitor: $0, network: 99, path: "/home") }
                + [TestEvent(visitor: 111, network: 98, path: "/home")]
        ) { $0.labels("pages").contains("/home") },
        Attack(
            testDescription: "Ten browsers behind one address", protection: .networks,
            events: people(60) + (100..<110).map { TestEvent(visitor: $0, network: 99, browser: "Kiosk") }
        ) { $0.labels("browsers").contains("Kiosk") },
        Attack(
            testDescription: "The texts that a closed day calls rare", protection: .rareTexts,
            events: people(60) + people(25, from: 60) { $0.path = "(rare)" }
        ) { $0.labels("pages").contains("(rare)") },
    ]

    /// Numbers that follow from others.
    private static let sums: [Attack] = [
        Attack(
            testDescription: "A single hidden row is what is missing to the total", protection: .complements,
            events: people(30) { $0.path = "/a" } + people(20, from: 30) { $0.path = "/b" }
                + people(3, from: 50) { $0.path = "/c" }
        ) { tables in
            tables.number("totals", "all", column: "page_views") == 53
                && tables.toldSum("pages", column: "page_views") == 50
        },
        Attack(
            testDescription: "Four people on ten pages are not forty", protection: .unions,
            events: people(30) { $0.path = "/a" } + people(20, from: 30) { $0.path = "/b" }
                + (0..<10).flatMap { page in
                    (60..<64).map { TestEvent(visitor: $0, network: $0 + page * 100, path: "/small/\(page)") }
                }
        ) { $0.toldSum("pages", column: "page_views") == 50 },
        Attack(
            testDescription: "One person's hits that are no page views", protection: .differences,
            events: people(40)
                + people(1) {
                    $0.pageView = false
                    $0.path = "/x.css"
                }
        ) {
            $0.number("totals", "all", column: "hits") == 41 && $0.number("totals", "all", column: "page_views") == 40
        },
        Attack(
            testDescription: "Few people's later views of a page that is told", protection: .differences,
            events: (0..<60).flatMap { person in
                [
                    TestEvent(visitor: person, network: person, path: ["/a", "/b"][person % 2]),
                    TestEvent(visitor: person, network: person, time: 9, path: person < 3 ? "/a" : "/z"),
                ]
            }
        ) { tables in
            tables.number("pages", "/a") == 33 && tables.number("entry_pages", "/a") == 30
        },
        Attack(
            testDescription: "Files of few people among successful hits", protection: .differences,
            events: people(60)
                + people(2) {
                    $0.pageView = false
                    $0.path = "/x.css"
                }
                + people(40) {
                    $0.pageView = false
                    $0.status = 404
                }
        ) {
            $0.number("status_codes", "200") == 62 && $0.number("totals", "all", column: "page_views") == 60
        },
        Attack(
            testDescription: "Versions of a browser that is hidden to hide another", protection: .nesting,
            events: people(60)
                + people(12, from: 60) {
                    $0.browser = "Second"
                    $0.browserMajor = 7
                }
                + people(3, from: 80) { $0.browser = "Third" }
        ) { $0.number("browsers", "other") == 15 && $0.number("browser_versions", "Second", "7") == 12 },
        Attack(
            testDescription: "Three people's steps are what is missing to a page's views", protection: .flows,
            events: (0..<60).flatMap { person in
                [
                    TestEvent(visitor: person, network: person, path: "/a"),
                    TestEvent(
                        visitor: person, network: person, time: 9, path: person < 3 ? "/c" : "/b"),
                    TestEvent(visitor: person, network: person, time: 19, path: "/c"),
                ]
            } + people(20, from: 200) { $0.path = "/c" }
                + people(20, from: 200) {
                    $0.path = "/c"
                    $0.time = 9
                }
        ) { tables in
            guard let views = tables.number("pages", "/a"), let told = tables.number("transitions", "/a", "/b") else {
                return false
            }
            return views - told == 3
        },
        Attack(
            testDescription: "How long one person looked at a page, of all the time of visits", protection: .sums,
            events: (0..<60).flatMap { person in
                [
                    TestEvent(visitor: person, network: person, path: ["/a", "/b", "/c"][person % 3]),
                    TestEvent(visitor: person, network: person, time: person == 1 ? 1700 : 20, path: "/z"),
                ]
            } + (60..<105).map { TestEvent(visitor: $0, network: $0, path: ["/a", "/b", "/c"][$0 % 3]) }
        ) { tables in
            guard let all = tables.parts("totals", "all", "visit_duration") else { return false }
            let told = ["/a", "/c", "/z"].map { tables.parts("viewing_times", $0, "viewing_time")?.0 ?? 0 }
            return tables.parts("viewing_times", "/b", "viewing_time") == nil && all.0 - told.reduce(0, +) == 2080
        },
        Attack(
            testDescription: "The bytes that one person loaded of a page, of all bytes", protection: .sums,
            events: people(30) { $0.path = "/a" } + people(30) { $0.path = "/c" }
                + people(30) {
                    $0.path = "/b"
                    $0.bytes = $0.visitor == 7 ? 50_000 : 100
                }
                + (0..<5).flatMap { _ in people(40) { $0.bytes = 5000 } }
        ) { tables in
            guard let all = tables.number("totals", "all", column: "bytes") else { return false }
            return tables.number("pages", "/b", column: "bytes") == nil
                && all - tables.toldSum("pages", column: "bytes") == 52_900
        },
        Attack(
            testDescription: "Those who missed other pages than the one that is told", protection: .absentees,
            events: people(60)
                + missed(12, "/x") + missed(15, "/y") + missed(15, "/z")
        ) { tables in
            tables.number("status_codes", "404", column: "visitors") == 15
                && tables.number("not_found_pages", "/x", column: "visitors") == 12
        },
        Attack(
            testDescription: "Those who have page views, but none of a page", protection: .absentees,
            events: people(40) { $0.path = "/b" } + people(36) { $0.path = "/a" }
                + people(30, from: 40) {
                    $0.pageView = false
                    $0.path = "/x.css"
                }
        ) { tables in
            tables.toldSum("visits_per_visitor", column: "visitors") == 40
                && tables.number("pages", "/a", column: "visitors") == 36
        },
        Attack(
            testDescription: "Those who are not among the visitors of a row", protection: .absentees,
            events: people(30) { $0.path = "/a" } + people(26) { $0.path = "/b" } + people(12) { $0.path = "/c" }
        ) { $0.number("pages", "/b", column: "visitors") == 26 },
    ]

    /// Numbers that are mostly one person's.
    private static let numbers: [Attack] = [
        Attack(
            testDescription: "A page that one visitor reloads all day", protection: .dominance,
            events: people(40) { $0.path = "/a" } + people(20) { $0.path = "/b" }
                + heavy(0, times: 300) { $0.path = "/b" } + (0..<4).flatMap { _ in people(40) { $0.path = "/a" } }
        ) { $0.number("pages", "/b") == 320 },
        Attack(
            testDescription: "What nine heavy visitors did", protection: .heavyUse,
            events: robotic(9) + people(40, from: 900)
        ) { $0.rows("browsers").contains { $0.kind == .heavy } },
        Attack(
            testDescription: "A heavy visitor's part is what a browser has less than its versions", protection: .moves,
            events: robotic(12)
        ) { tables in
            guard let family = tables.number("browsers", "Own 0") else { return false }
            return tables.number("browser_versions", "Own 0", "other") == family + 200
        },
        Attack(
            testDescription: "A bound of one digit, of a number just below the next one", protection: .bounds,
            events: people(40) + people(20, from: 40) { $0.path = "/b" }
                + heavy(0, times: 960) { $0.path = "/b" } + (0..<9).flatMap { _ in people(40) }
        ) { $0.rows("pages").contains { $0.values[0] == .atLeast(900) } },
        Attack(
            testDescription: "A page that one visitor reloads, between pages that are told", protection: .order,
            events: people(40) { $0.path = "/b" } + heavy(0, times: 440) { $0.path = "/b" }
                + (0..<10).flatMap { _ in people(49, from: 50) { $0.path = "/a" } }
                + (0..<10).flatMap { _ in people(47, from: 50) { $0.path = "/c" } }
                + (0..<10).flatMap { _ in people(46, from: 50) { $0.path = "/d" } }
                + people(3, from: 100) { $0.path = "/e" }
        ) { tables in
            let pages = tables.labels("pages")
            guard let bounded = pages.firstIndex(of: "/b"), let next = pages.firstIndex(of: "/c") else { return false }
            return tables.rows("pages")[bounded].values[0] == .atLeast(200) && bounded < next
        },
        Attack(
            testDescription: "A bound that what else is told makes narrow", protection: .intervals,
            events: (0..<5).flatMap { _ in people(40) { $0.path = "/b" } } + heavy(200, times: 801) { $0.path = "/b" }
                + (0..<10).flatMap { _ in people(60, from: 50) { $0.path = "/a" } }
                + people(12, from: 50) { $0.path = "/c" }
                + (0..<20).flatMap { _ in people(30, from: 50) { $0.path = "/d" } }
        ) { tables in
            guard let all = tables.number("totals", "all", column: "page_views") else { return false }
            let left = all - tables.toldSum("pages", column: "page_views")
            return tables.rows("pages").contains { $0.values[0] == .atLeast(1000) } && left - 1000 < 200
        },
        Attack(
            testDescription: "The slowest request of one visitor", protection: .quantiles,
            events: people(40) { $0.duration = 1000 } + people(1) { $0.duration = 60_000_000 }
        ) { tables in
            tables.contains { table in
                table.rows.contains { row in
                    row.values.contains {
                        if case .bin(let lower, _) = $0 { lower > 30_000_000 } else { false }
                    }
                }
            }
        },
    ]
}
