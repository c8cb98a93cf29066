/// The columns of an event: all that may lie at rest.
///
/// Every partition has all of them, so that any two files of a store have one schema. Besides these there are `time`,
/// `tie`, `visit` and `seq`, which belong to the row and not to a field of the log.
public enum EventField {
    /// Short texts, dictionary-coded.
    ///
    /// All nullable but `kind` and `resolution`. `screen` and `element` are where in an app something happened; `address` is
    /// what a policy may keep of an address: cut short, or a prefix-preserving pseudonym.
    public enum Text: Int, CaseIterable, Sendable {
        case kind, name, resolution
        case method, host, path, `protocol`, tls, mime, cache
        case referrerDomain, referrerKind, keyword, utmSource, utmMedium, utmCampaign, searchWords
        case browser, os, deviceClass, robotName
        case language, country, region
        case appVersion, platform, terminal, appStatus, screen, element
        case postalArea, ageBand, gender, occupation
        case address
    }

    /// Pseudonyms, nullable, each made with the key of its own field.
    public enum Identity: Int, CaseIterable, Sendable {
        case visitor, network, device
    }

    /// Numbers, nullable.
    ///
    /// `duration` is in microseconds, `bytes` counts bytes.
    public enum Number: Int, CaseIterable, Sendable {
        case status, bytes, duration, browserMajor
    }

    /// Yes or no, never null.
    public enum Flag: Int, CaseIterable, Sendable {
        case member, pageView, robot
    }
}

extension EventField.Text {
    /// The name of the column in partitions and in `explain`.
    public var name: String {
        switch self {
        case .referrerDomain: "referrer_domain"
        case .referrerKind: "referrer_kind"
        case .utmSource: "utm_source"
        case .utmMedium: "utm_medium"
        case .utmCampaign: "utm_campaign"
        case .searchWords: "search_words"
        case .deviceClass: "device_class"
        case .robotName: "robot_name"
        case .appVersion: "app_version"
        case .appStatus: "app_status"
        case .postalArea: "postal_area"
        case .ageBand: "age_band"
        default: String(describing: self)
        }
    }
}

extension EventField.Text {
    /// Whether the values come from what strangers wrote.
    ///
    /// Such a column carries no statistics in files, and a closed day keeps of it only what enough visitors had.
    public var isFreeText: Bool {
        switch self {
        case .name, .host, .path, .referrerDomain, .keyword, .utmSource, .utmMedium, .utmCampaign, .searchWords,
            .terminal, .appStatus, .screen, .element, .postalArea:
            true
        default: false
        }
    }
}

extension EventField.Identity {
    /// The name of the column in partitions and in `explain`.
    public var name: String { String(describing: self) }
}

extension EventField.Number {
    /// The name of the column in partitions and in `explain`.
    public var name: String {
        switch self {
        case .duration: "duration_us"
        case .browserMajor: "browser_major"
        default: String(describing: self)
        }
    }
}

extension EventField.Flag {
    /// The name of the column in partitions and in `explain`.
    public var name: String { self == .pageView ? "page_view" : String(describing: self) }
}
