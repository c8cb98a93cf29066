import Events
import Intake
import TestSupport

@testable import Privacy

/// Records whose values bear marks, so that what a text of an event holds tells which value it was made of.
enum MarkedRows {
    /// What may be stored of a record, and only in the columns that are made of it.
    static let marks: Set<String> = [
        "zqhost", "zqpath", "zqreferrer", "zqkeyword", "zqsource", "zqmedium", "zqcampaign", "zqsearch", "zqterminal",
        "zqstatus", "zqscreen", "zqelement", "zqevent", "203.0",
    ]

    /// What no column stores, whatever the policy lists.
    static let secrets = [
        "zquser", "zqcookie", "zqsecret", "zqfragment", "zqrefpath", "zqrefword", "zqagent", "203.0.113.77",
        "198.51.100.66", "00005e005342", "00:00:5e:00:53:42", "f81d4fae",
    ]

    private static let texts: [RawBatch.Text: [String]] = [
        .client: ["203.0.113.77", "::ffff:203.0.113.77"], .forwarded: ["198.51.100.66"],
        .user: ["zquser", "zquser@example.org"], .cookie: ["zqcookie=1"], .method: ["GET", "POST", "PROPFIND"],
        .target: [
            "/zqpath/page?utm_source=zqsource&page=zqsecret#zqfragment",
            "/zqpath?utm_medium=zqmedium&utm_campaign=zqcampaign&q=zqsearch&token=zqsecret",
            "/zqpath/zquser@example.org?id=zqsecret", "/a.css",
        ],
        .protocol: ["HTTP/3"], .tls: ["TLSv1.2"], .mime: ["text/css"], .cache: ["HIT"],
        .referrer: [
            "https://www.zqreferrer.com/zqrefpath?x=zqrefword", "https://www.google.com/search?q=zqkeyword",
        ],
        .agent: [
            "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0 zqagent",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) zqagent",
        ],
        .host: ["www.zqhost.com:443"], .language: ["haw"], .mac: ["00:00:5e:00:53:42", "00005e005342"],
        .device: ["f81d4fae-7dec-11d0-a765-00a0c91e6bf6"], .event: ["zqevent"], .element: ["zqelement"],
        .screen: ["/zqscreen", "zqscreen"], .terminal: ["zqterminal"], .appStatus: ["zqstatus"],
        .appVersion: ["7.8.9 zqsecret"], .platform: ["Tizen zqsecret"], .postalCode: ["93715"], .age: ["34", "1990"],
        .gender: ["female"], .occupation: ["student"],
    ]

    /// A record that has about four of five fields, on one of four days about a turn of the year.
    static func make(_ random: inout SplitMix64) -> RawRow {
        var row = RawRow(time: (turnOfTheYear + .random(in: -172_800..<172_800, using: &random)) * 1000, [:])
        for field in RawBatch.Text.allCases where Int.random(in: 0..<5, using: &random) > 0 {
            row.texts[field] = texts[field]?.randomElement(using: &random).map { Array($0.utf8) }
        }
        for field in RawBatch.Number.allCases { row.numbers[field] = .random(in: 200...299, using: &random) }
        return row
    }

    /// 2027-01-01T00:00:00Z.
    private static let turnOfTheYear: Int64 = 1_798_761_600

    /// The marks of what a column is made of under a policy.
    static func marks(of field: EventField.Text, _ policy: Policy) -> Set<String> {
        switch field {
        case .host: ["zqhost"]
        case .path: ["zqpath"]
        case .referrerDomain: ["zqreferrer"]
        case .keyword: ["zqkeyword"]
        case .terminal: ["zqterminal"]
        case .appStatus: ["zqstatus"]
        case .screen: ["zqscreen"]
        case .element: ["zqelement"]
        case .name: ["zqevent"]
        case .address: ["203.0"]
        default: parameterMarks(of: field, policy)
        }
    }

    private static func parameterMarks(of field: EventField.Text, _ policy: Policy) -> Set<String> {
        let names = QueryParameter.allCases.first { $0.column == field }.flatMap { policy.options.parameters[$0] } ?? []
        let marks = [
            "utm_source": "zqsource", "utm_medium": "zqmedium", "utm_campaign": "zqcampaign", "q": "zqsearch",
            "page": "zqsecret",
        ]
        return Set(names.compactMap { marks[$0] })
    }
}
