/// The tables of a made-up shop for tea, their rows in parts of a thousand.
enum ExampleTables {
    static func all(pages: Int) -> [ExampleTable] {
        [hours] + content(pages: pages) + visits + origin + clients + people + apps + robots
    }

    private static var hours: ExampleTable {
        // Few by night, most in the evening; the first three hours are only told together.
        let weights: [Int64] = [
            9, 8, 8, 10, 14, 26, 40, 52, 58, 60, 61, 66, 64, 56, 52, 50, 52, 58, 66, 74, 70, 46, 22,
        ]
        return ExampleTable(
            "hours", "hits page_views bytes visitors",
            rows: [ExampleTable.Row(labels: ["00-02"], weight: 24)]
                + (3..<24).map { hour in
                    ExampleTable.Row(labels: [hour < 10 ? "0\(hour)" : "\(hour)"], weight: weights[hour - 1])
                })
    }

    private static func content(pages: Int) -> [ExampleTable] {
        let teas = ["green", "black", "oolong", "white", "herbal", "matcha"]
        let named: [(String, Int64)] =
            [("/", 148), ("/teas", 74), ("/offers", 52), ("/teapots", 38), ("/journal/first-flush-2026", 36)]
            + teas.enumerated().map { ("/teas/\($1)", Int64(44 - 5 * $0)) }
        let rest = (0..<max(0, pages - named.count)).map { number in
            ("/teas/\(teas[number % teas.count])/\(number + 1)", Int64(max(2, 26 - number / 3)))
        }
        return [
            ExampleTable(
                "pages", "page_views bytes visitors " + ExampleTable.durations, hides: true,
                rows: (named + rest).map { ExampleTable.Row(labels: [$0.0], weight: $0.1) }),
            ExampleTable(
                "hosts", "hits page_views bytes visitors " + ExampleTable.durations,
                ["www.example.com": 871, "shop.example.com": 104, "(none)": 25]),
            ExampleTable(
                "file_types", "hits bytes visitors", hides: true,
                ["css": 172, "js": 161, "webp": 148, "woff2": 96, "svg": 71, "pdf": 14]),
            ExampleTable(
                "static_files", "hits bytes visitors", hides: true,
                nested: [
                    "css": ["/assets/site.css": 120, "/assets/print.css": 21], "js": ["/assets/site.js": 130],
                    "pdf": ["/catalogue-2026.pdf": 9, "/brewing.pdf": 5],
                ]),
            ExampleTable(
                "downloads", "hits bytes visitors", hides: true, ["/catalogue-2026.pdf": 9, "/brewing.pdf": 5]),
            ExampleTable(
                "not_found_pages", "hits visitors", hides: true, ["/favicon.png": 9, "/teas/gren": 6, "/shop": 3]),
            ExampleTable(
                "not_found_referrers", "hits visitors", hides: true,
                nested: ["/teas/gren": ["(none)": 4, "blog.example.net": 2], "/shop": ["example.org": 3]]),
            ExampleTable(
                "status_codes", "hits bytes visitors",
                ["200": 882, "304": 76, "301": 18, "404": 17, "303": 7]),
            ExampleTable("methods", "hits visitors", ["GET": 968, "POST": 27, "HEAD": 5]),
            ExampleTable("protocols", "hits visitors", ["HTTP/2.0": 706, "HTTP/3.0": 231, "HTTP/1.1": 63]),
            ExampleTable("tls_versions", "hits visitors", ["TLSv1.3": 941, "TLSv1.2": 59]),
            ExampleTable(
                "mime_types", "hits visitors",
                ["text/html": 264, "image/webp": 251, "text/css": 172, "text/javascript": 161, "font/woff2": 96]),
            ExampleTable("cache_statuses", "hits visitors", ["HIT": 671, "MISS": 190, "BYPASS": 139]),
            ExampleTable(
                "response_sizes", "hits visitors",
                ["0": 76, "1-1023": 142, "1024-4095": 230, "4096-16383": 301, "16384-65535": 204, "65536-262143": 47]),
            ExampleTable(
                "response_times", "hits visitors",
                [
                    "0-999": 92, "1000-9999": 388, "10000-99999": 421, "100000-299999": 71, "300000-999999": 21,
                    "1000000-2999999": 5, "3000000-9999999": 2,
                ]),
        ]
    }

    private static var visits: [ExampleTable] {
        [
            ExampleTable("memberships", "hits page_views visits visitors", ["guest": 861, "member": 139]),
            ExampleTable(
                "visits_per_visitor", "people", ["1": 842, "2": 104, "3": 31, "4-5": 15, "6-10": 6, "11+": 2]),
            ExampleTable(
                "visit_durations", "visits visitors",
                ["0-9": 412, "10-29": 96, "30-59": 104, "60-179": 171, "180-599": 148, "600-1799": 54, "1800-": 15]),
            ExampleTable(
                "visit_lengths", "visits visitors",
                ["1": 408, "2": 181, "3": 122, "4-5": 131, "6-10": 109, "11-20": 38, "21-": 11]),
            ExampleTable(
                "entry_pages", "visits bounces", hides: true,
                [
                    "/": 402, "/journal/first-flush-2026": 131, "/teas": 96, "/offers": 71, "/teas/green": 64,
                    "/teapots": 22,
                ]),
            ExampleTable(
                "exit_pages", "visits", hides: true,
                ["/": 302, "/journal/first-flush-2026": 119, "/offers": 98, "/teas": 84, "/teas/green": 71]),
            ExampleTable(
                "viewing_times", "page_views viewing_time viewing_time_p50", hides: true,
                ["/": 120, "/teas": 66, "/journal/first-flush-2026": 41, "/offers": 39]),
            ExampleTable(
                "transitions", "page_views visitors", hides: true,
                nested: [
                    "/": ["/teas": 44, "/offers": 31, "/journal/first-flush-2026": 12],
                    "/teas": ["/teas/green": 28, "/teas/black": 19, "/": 8],
                    "/teas/green": ["/teas/green/1": 11, "/teas": 7],
                ]),
        ]
    }

    private static var origin: [ExampleTable] {
        [
            ExampleTable(
                "referrer_kinds", "page_views visits visitors",
                ["internal": 612, "(none)": 171, "search": 124, "social": 52, "other": 41]),
            ExampleTable(
                "referrers", "page_views visitors", hides: true,
                nested: [
                    "search": ["google.com": 88, "bing.com": 17, "duckduckgo.com": 12, "naver.com": 7],
                    "social": ["reddit.com": 29, "mastodon.social": 14, "facebook.com": 9],
                    "other": ["example.org": 21, "blog.example.net": 12],
                ]),
            ExampleTable("keywords", "page_views visitors", hides: true, ["first flush": 11, "green tea": 8, "茶": 3]),
            ExampleTable(
                "campaigns", "page_views visits visitors", hides: true,
                ["newsletter / email / march": 41, "(none) / social / spring": 12]),
            ExampleTable(
                "search_words", "page_views visitors", hides: true, ["matcha": 9, "gift": 6, "teapot 0.5 l": 4]),
        ]
    }

    private static var clients: [ExampleTable] {
        [
            ExampleTable(
                "browsers", "hits visits visitors", hides: true,
                [
                    "Chrome": 342, "Mobile Safari": 231, "Chrome Mobile": 168, "Firefox": 92, "Safari": 71, "Edge": 58,
                    "Samsung Internet": 30,
                ]),
            ExampleTable(
                "browser_versions", "hits visitors", hides: true,
                nested: [
                    "Chrome": ["133": 201, "132": 96, "131": 32], "Mobile Safari": ["18": 171, "17": 58],
                    "Firefox": ["135": 61, "134": 22],
                ]),
            ExampleTable(
                "operating_systems", "hits visitors", hides: true,
                ["Windows": 331, "Android": 248, "iOS": 231, "Mac OS X": 132, "Linux": 44]),
            ExampleTable("device_classes", "hits visitors", ["desktop": 502, "phone": 428, "tablet": 62, "(none)": 8]),
            ExampleTable(
                "languages", "hits visitors", hides: true, ["de": 512, "en": 261, "ko": 94, "ja": 71, "fr": 40]),
            ExampleTable(
                "countries", "hits page_views visitors", hides: true,
                ["DE": 541, "AT": 112, "CH": 96, "KR": 88, "JP": 69, "(none)": 41]),
            ExampleTable(
                "regions", "hits visitors", hides: true,
                nested: ["DE": ["DE-BE": 131, "DE-BY": 102, "DE-HH": 71], "KR": ["KR-11": 61, "KR-41": 18]]),
        ]
    }

    private static var people: [ExampleTable] {
        [
            ExampleTable(
                "age_bands", "hits visitors", ["20-29": 181, "30-39": 302, "40-49": 276, "50-59": 154, "(none)": 87]),
            ExampleTable("postal_areas", "hits visitors", hides: true, ["10": 121, "80": 96, "20": 74, "50": 41]),
        ]
    }

    private static var apps: [ExampleTable] {
        [
            ExampleTable(
                "app_events", "events visitors", hides: true,
                ["open": 402, "add_to_cart": 121, "search": 96, "share": 31]),
            ExampleTable(
                "app_event_versions", "events visitors", hides: true,
                nested: ["open": ["4.2.0": 301, "4.1.3": 88], "add_to_cart": ["4.2.0": 99, "4.1.3": 20]]),
            ExampleTable(
                "screens", "events visitors", hides: true, ["home": 331, "tea": 248, "cart": 96, "settings": 22]),
            ExampleTable("platforms", "events visitors", ["Android": 588, "iOS": 412]),
        ]
    }

    private static var robots: [ExampleTable] {
        [
            ExampleTable("robots", "hits bytes", ["Googlebot": 31, "bingbot": 19, "AhrefsBot": 14, "curl": 4]),
            ExampleTable("monitors", "hits bytes", ["UptimeRobot": 12, "Pingdom": 9]),
        ]
    }
}
