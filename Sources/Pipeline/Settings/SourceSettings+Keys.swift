extension SourceSettings {
    /// What the longest line may be limited to.
    static let lineBytes: ClosedRange<Int64> = 1 << 10...64 << 20

    /// What may be said of a single source; each explains itself among the settings of all.
    static let keys: [SettingKey<SourceSettings>] = [
        SettingKey("format") { value, source throws(SettingsMistake) in
            source.format = try value.format()
        },
        SettingKey("trusted_proxies") { value, source throws(SettingsMistake) in
            source.trustedProxies = try value.blocks()
        },
        SettingKey("max_line_bytes") { value, source throws(SettingsMistake) in
            source.maximumLineBytes = try value.bytes(lineBytes, such: "1MiB")
        },
    ]
}
