import Events

@testable import Statistics

extension NaiveTally {
    /// One event, with what its visit makes of it.
    struct Fact {
        let event: TestEvent
        /// Page views of the visit; none if this is no page view.
        let views: Int
        let place: Int
        let visitTime: Int64
        let viewingTime: Int64?
        let next: String?

        private var isFirst: Bool { views > 0 && place == 0 }
        private var isLast: Bool { views > 0 && place == views - 1 }
        private var succeeded: Bool { (200...299).contains(event.status ?? 0) || event.status == 304 }
        private var isFile: Bool {
            event.isRequest && !event.isView && succeeded && ["GET", "POST"].contains(event.texts[.method])
        }
        private var time: Int64? { event.isRequest ? event.duration : nil }

        /// The tables that the event is counted in, each with the labels of its row.
        var cells: [(String, [String])] {
            let path = event.path ?? "(none)"
            func text(_ field: EventField.Text) -> String { event.texts[field] ?? "(none)" }
            if event.robot {
                let isMonitor = ["Pingdom", "Zabbix"].contains(event.robotName)
                return event.isEvent ? [] : [(isMonitor ? "monitors" : "robots", [event.robotName ?? "(none)"])]
            }
            var cells: [(String, [String])] = [("totals", ["all"])]
            let someTexts: [(String, EventField.Text)] = [
                ("postal_areas", .postalArea), ("age_bands", .ageBand), ("genders", .gender),
                ("occupations", .occupation), ("clicks", .element),
            ]
            for (table, field) in someTexts where event.texts[field] != nil { cells.append((table, [text(field)])) }
            if event.isEvent {
                cells += [
                    ("app_events", [text(.name)]), ("app_event_versions", [text(.name), text(.appVersion)]),
                    ("app_event_platforms", [text(.name), text(.platform)]), ("app_versions", [text(.appVersion)]),
                    ("platforms", [text(.platform)]), ("app_statuses", [text(.appStatus)]),
                ]
                if event.texts[.screen] != nil { cells.append(("screens", [text(.screen)])) }
                return cells
            }
            let hour = Int(event.time / 3600)
            let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
            let bytes = event.bytes.map {
                bin($0, [(0, "0"), (1023, "1-1023"), (4095, "1024-4095"), (16_383, "4096-16383")])
            }
            cells += [
                ("hours", [two(hour)]), ("hour_blocks", ["\(two(hour / 3 * 3))-\(two(hour / 3 * 3 + 2))"]),
                ("memberships", [event.member ? "member" : "guest"]), ("hosts", [text(.host)]),
                ("methods", [text(.method)]), ("protocols", [text(.protocol)]), ("tls_versions", [text(.tls)]),
                ("mime_types", [text(.mime)]), ("cache_statuses", [text(.cache)]),
                ("status_codes", [event.status.map { "\($0)" } ?? "(none)"]), ("response_sizes", [bytes ?? "(none)"]),
                ("browsers", [event.browser ?? "(none)"]),
                ("browser_versions", [event.browser ?? "(none)", event.browserMajor.map { "\($0)" } ?? "(none)"]),
                ("operating_systems", [event.os ?? "(none)"]), ("device_classes", [event.device ?? "(none)"]),
                ("terminals", [text(.terminal)]), ("languages", [text(.language)]), ("countries", [text(.country)]),
                ("regions", [text(.country), text(.region)]),
            ]
            if let time {
                let bins: [(Int64, String)] = [
                    (999, "0-999"), (9999, "1000-9999"), (99_999, "10000-99999"), (299_999, "100000-299999"),
                    (999_999, "300000-999999"), (2_999_999, "1000000-2999999"), (9_999_999, "3000000-9999999"),
                    (.max, "10000000-"),
                ]
                cells.append(("response_times", [bin(time, bins)]))
            }
            let referrer =
                event.referrerKind == "internal"
                ? "(internal)" : event.referrer ?? (event.referrerKind == nil ? "(none)" : "(unnamed)")
            if isFile {
                let name = path.hasSuffix(".pdf") ? "pdf" : path.hasSuffix(".PNG") ? "png" : "(none)"
                cells += [("file_types", [name]), ("static_files", [name, path])]
            }
            if event.status == 404 {
                cells += [("not_found_pages", [path]), ("not_found_referrers", [path, referrer])]
            }
            guard event.isView else { return cells }
            cells += [
                ("pages", [path]), ("entry_pages", [path]), ("exit_pages", [path]), ("viewing_times", [path]),
                ("referrer_kinds", [event.referrerKind ?? "(none)"]),
                ("referrers", [event.referrerKind ?? "(none)", referrer]),
            ]
            if event.texts[.keyword] != nil { cells.append(("keywords", [text(.keyword)])) }
            if event.texts[.searchWords] != nil { cells.append(("search_words", [text(.searchWords)])) }
            let campaign = [EventField.Text.utmSource, .utmMedium, .utmCampaign]
            if campaign.contains(where: { event.texts[$0] != nil }) {
                cells.append(("campaigns", [campaign.map(text).joined(separator: " / ")]))
            }
            if let next { cells.append(("transitions", [path, next])) }
            if isFirst {
                let times: [(Int64, String)] = [
                    (9, "0-9"), (29, "10-29"), (59, "30-59"), (179, "60-179"), (599, "180-599"), (1799, "600-1799"),
                    (.max, "1800-"),
                ]
                let lengths: [(Int64, String)] = [
                    (1, "1"), (2, "2"), (3, "3"), (5, "4-5"), (10, "6-10"), (20, "11-20"), (.max, "21-"),
                ]
                cells += [
                    ("visit_durations", [bin(visitTime, times)]), ("visit_lengths", [bin(Int64(views), lengths)]),
                ]
            }
            return cells
        }

        /// What the event adds to the measures of a table.
        func amounts(_ table: String) -> [(Measure, Int64)] {
            let view: Int64 = event.isView ? 1 : 0
            let first: Int64 = isFirst ? 1 : 0
            let last: Int64 = isLast ? 1 : 0
            let request: Int64 = event.isEvent ? 0 : 1
            let alone: Int64 = views == 1 ? 1 : 0
            let timed: Int64 = time == nil ? 0 : 1
            let all: [Measure: Int64] = [
                .hits: request, .events: 1 - request, .records: 1, .bytes: request * (event.bytes ?? 0),
                .pageViews: view,
                .otherHits: request - view, .visits: first, .laterViews: view - first, .furtherHits: request - first,
                .exits: last, .earlierViews: view - last, .bounces: alone, .longerVisits: first - alone * first,
                .visitTime: first * visitTime, .viewingTime: viewingTime ?? 0, .timedHits: timed,
                .untimedHits: request - timed, .requestTime: time ?? 0,
                .otherSuccesses: !event.isEvent && !event.isView && !isFile && succeeded ? 1 : 0,
            ]
            return (NaiveTally.measures[table] ?? []).map { ($0, all[$0] ?? 0) }
        }

        /// The values that the event adds to the distributions of a table, by the measure that is their sum.
        func values(_ table: String) -> [(Measure, Int64)] {
            switch table {
            case "totals":
                (time.map { [(.requestTime, $0)] } ?? []) + (isFirst ? [(.visitTime, visitTime)] : [])
            case "hosts", "pages": time.map { [(.requestTime, $0)] } ?? []
            case "viewing_times": viewingTime.map { [(.viewingTime, $0)] } ?? []
            default: []
            }
        }

        private func bin(_ value: Int64, _ bins: [(Int64, String)]) -> String {
            bins.first { value <= $0.0 }?.1 ?? "?"
        }
    }

    private static let durations: [Measure] = [.timedHits, .requestTime, .untimedHits]

    /// What each table prints or must not give away.
    static let measures: [String: [Measure]] = [
        "totals": [
            .hits, .pageViews, .visits, .bytes, .bounces, .visitTime, .events, .otherHits, .laterViews, .longerVisits,
            .otherSuccesses,
        ] + durations,
        "hours": [.hits, .pageViews, .bytes, .otherHits], "hour_blocks": [.hits, .pageViews, .bytes, .otherHits],
        "memberships": [.hits, .pageViews, .visits, .otherHits, .laterViews],
        "pages": [.pageViews, .bytes] + durations, "hosts": [.hits, .pageViews, .bytes, .otherHits] + durations,
        "file_types": [.hits, .bytes], "static_files": [.hits, .bytes], "not_found_pages": [.hits],
        "not_found_referrers": [.hits], "methods": [.hits], "protocols": [.hits], "tls_versions": [.hits],
        "mime_types": [.hits], "cache_statuses": [.hits], "status_codes": [.hits, .bytes], "response_sizes": [.hits],
        "response_times": [.hits], "visit_durations": [.visits, .longerVisits], "visit_lengths": [.visits],
        "entry_pages": [.visits, .bounces, .laterViews, .longerVisits], "exit_pages": [.exits, .earlierViews],
        "viewing_times": [.earlierViews, .viewingTime, .exits], "transitions": [.earlierViews],
        "referrer_kinds": [.pageViews, .visits, .laterViews], "referrers": [.pageViews], "keywords": [.pageViews],
        "campaigns": [.pageViews, .visits, .laterViews], "search_words": [.pageViews],
        "browsers": [.hits, .visits, .furtherHits], "browser_versions": [.hits], "operating_systems": [.hits],
        "device_classes": [.hits], "terminals": [.hits], "languages": [.hits],
        "countries": [.hits, .pageViews, .otherHits], "regions": [.hits], "postal_areas": [.records],
        "age_bands": [.records], "genders": [.records], "occupations": [.records], "app_events": [.events],
        "app_event_versions": [.events], "app_event_platforms": [.events], "screens": [.events], "clicks": [.records],
        "app_versions": [.events], "platforms": [.events], "app_statuses": [.events], "robots": [.hits, .bytes],
        "monitors": [.hits, .bytes],
    ]
}
