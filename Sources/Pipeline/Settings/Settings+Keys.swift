extension Settings {
    /// Everything that `footfall.yaml` may say, in the order in which it explains itself.
    static let keys: [SettingKey<Settings>] = [
        SettingKey(
            "format", preset: "auto",
            """
            The format of the logs: auto finds it out, `footfall ingest --list-formats` lists the names.
            """
        ) { value, settings throws(SettingsMistake) in settings.format = try value.format() },
        SettingKey(
            "trusted_proxies", preset: "[]",
            """
            Your own proxies and load balancers, as addresses or blocks such as [10.0.0.0/8, 2001:db8::/32].
            Behind them the client is the last address of the forwarded chain that is not one of theirs.
            """
        ) { value, settings throws(SettingsMistake) in settings.trustedProxies = try value.blocks() },
        SettingKey(
            "inputs", preset: "[]",
            """
            What `footfall ingest` reads when it is given neither files nor a pipe: paths, also with * and ?, such as
            [/var/log/nginx/access.log, "/var/log/apache2/*.log"].
            """
        ) { value, settings throws(SettingsMistake) in settings.inputs = try value.paths() },
        SettingKey(
            "sources", preset: "{}",
            """
            What differs for single sources. A source is named by --source, or is the path without rotation's suffix:
            {/var/log/nginx/access.log: {format: combined}}. It may have \
            \(SourceSettings.keys.map(\.name).joined(separator: ", ")).
            """
        ) { value, settings throws(SettingsMistake) in settings.sources = try value.sources() },
        SettingKey(
            "timezone", preset: "auto",
            """
            Where days begin and end, such as Asia/Seoul; auto takes the machine's zone, or the log's if the machine has UTC.
            Fixed once there is data: later it must say the same, or nothing.
            """
        ) { value, settings throws(SettingsMistake) in settings.timeZone = try value.zone() },
        SettingKey(
            "max_line_bytes", preset: "1MiB",
            """
            Longer lines are rejected unread. Memory grows with it.
            """
        ) { value, settings throws(SettingsMistake) in
            settings.maximumLineBytes = try value.bytes(SourceSettings.lineBytes, such: "1MiB")
        },
        SettingKey(
            "max_reject_rate", preset: "5",
            """
            The percentage of bad lines, after 1,000 lines, from which on `footfall ingest` fails (exit code 65).
            """
        ) { value, settings throws(SettingsMistake) in settings.maximumRejectRate = try value.percentage(such: "5") },
        SettingKey(
            "commit_interval", preset: "10s",
            """
            How often what has been read of a pipe, a followed file or a long file is put on record.
            """
        ) { value, settings throws(SettingsMistake) in
            settings.commitInterval = try value.duration(100...3_600_000, such: "10s")
        },
        SettingKey(
            "follow", "How `footfall ingest --follow` watches files.",
            members: [
                SettingKey(
                    "poll_interval", preset: "500ms",
                    """
                    The time between two looks at a file that has not grown.
                    """
                ) { value, settings throws(SettingsMistake) in
                    settings.pollInterval = try value.duration(50...3_600_000, such: "500ms")
                }
            ]),
    ]
}
