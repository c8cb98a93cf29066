import Events
import Privacy

extension PolicyDraft {
    /// Everything that `policy.yaml` may say, in the order in which it explains itself.
    static let keys: [SettingKey<PolicyDraft>] = [
        SettingKey(
            "site",
            """
            The name of the site or service. Pseudonyms of different sites have nothing in common.
            """
        ) { value, draft throws(SettingsMistake) in draft.site = try value.word(1...253, such: "example.org") },
        SettingKey(
            "hosts",
            """
            The site's own host names. Others are stored as their registrable domain; links from these are internal.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.hosts = try value.hosts() },
        SettingKey(
            "purposes",
            """
            What the fields are used for, in words for the people whom the data is about.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.purposes = try value.purposes() },
        SettingKey(
            "fields",
            """
            What is stored of each line: column and rule. A column that does not stand here is not stored. A purpose other
            than statistics is written as {rule: pseudonymize, purpose: security}.
            """
        ) { value, draft throws(SettingsMistake) in draft.fields = try value.fields() },
        SettingKey(
            "k",
            """
            How many visitors must stand behind a number before it is released; at least 3.
            """
        ) { value, draft throws(SettingsMistake) in
            draft.options.threshold = try value.number(Policy.smallestThreshold...1000, such: "10")
        },
        SettingKey(
            "visit_gap",
            """
            A visit ends after this time without a page view.
            """
        ) { value, draft throws(SettingsMistake) in
            draft.options.visitGap = Int(try value.duration(1000...86_400_000, such: "30m") / 1000)
        },
        SettingKey(
            "parameters",
            """
            Query parameters whose values are stored unless they hold an identifier, by column. All others are dropped.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.parameters = try value.parameters() },
        SettingKey(
            "content_ids",
            """
            Where numbers name content and not people, such as ["/article/{n}", "/board/view?no"]. Elsewhere they
            are {id}.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.contentPatterns = try value.contentPatterns() },
        SettingKey(
            "event_names",
            """
            The names of app and device events to keep; empty keeps words that hold no identifier.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.eventNames = try value.words() },
        SettingKey(
            "click_targets",
            """
            The names of clicked elements to keep; empty keeps words that hold no identifier.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.clickTargets = try value.words() },
        SettingKey(
            "user_ids",
            """
            exact, or any-case if capital letters make no other user.
            """
        ) { value, draft throws(SettingsMistake) in
            draft.options.ignoresUserCase = try value.choice(["exact", "any-case"]) == 1
        },
        SettingKey(
            "networks",
            """
            The leading bits of an address that make a network, and whether k visitors must come from at least k/2 networks:
            ten cookies of one household are not ten people. required: false is for an intranet, which is one network.
            """,
            members: [
                SettingKey("ipv4") { value, draft throws(SettingsMistake) in
                    draft.options.networkBits.v4 = try value.number(NetworkBits.allowedV4, such: "24")
                },
                SettingKey("ipv6") { value, draft throws(SettingsMistake) in
                    draft.options.networkBits.v6 = try value.number(NetworkBits.allowedV6, such: "48")
                },
                SettingKey("required") { value, draft throws(SettingsMistake) in
                    draft.options.requiresNetworks = try value.choice(["true", "false"]) == 0
                },
            ]),
        SettingKey(
            "postal_characters",
            """
            The leading characters of a postal code that are stored, if postal_area is among the fields.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.postalCharacters = try value.number(1...4, such: "3")
        },
        SettingKey(
            "age_band",
            """
            The years of age in a band, if age_band is among the fields.
            """
        ) { value, draft throws(SettingsMistake) in
            draft.options.ageBand = AgeBand.widths[try value.choice(AgeBand.widths.map(String.init))]
        },
        SettingKey(
            "places",
            """
            Your MMDB file that tells country and region of an address, such as /var/lib/GeoIP/GeoLite2-City.mmdb.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.placesPath = try value.optionalPath() },
        SettingKey(
            "retention",
            """
            How long what is kept. basis says whether a law asks for the raw lines (law) or you do (own). rejects has the
            term of raw, or none.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.retention = try value.retention() },
        SettingKey(
            "vault",
            """
            What of a raw line is sealed. exact: true seals every byte. Else the values of what redact names are taken out
            before (pass* is every name that begins so), and the numbers of payment cards and of residents.
            """,
            members: [
                SettingKey("exact") { value, draft throws(SettingsMistake) in
                    draft.options.vault.exact = try value.choice(["true", "false"]) == 0
                },
                SettingKey("redact") { value, draft throws(SettingsMistake) in
                    draft.options.vault.redact = try value.redactedNames()
                },
            ]),
        SettingKey(
            "approvals",
            """
            How many different officers approve what people and authorities ask for, and what is held: 1 or 2.
            """,
            members: Approval.allCases.map { approval in
                SettingKey(approval.rawValue) { value, draft throws(SettingsMistake) in
                    draft.options.approvals[approval] = try value.number(Approvals.allowed, such: "2")
                }
            }),
        SettingKey(
            "requests",
            """
            Until when a request is answered, such as 10 days or 1 month, and whether closed accounts that an account system
            hands over are erased without a person who looks at each (trusted) or not (verified).
            """,
            members: [
                SettingKey("due") { value, draft throws(SettingsMistake) in
                    draft.options.requests.due = try value.dueTerm()
                },
                SettingKey("withdrawals") { value, draft throws(SettingsMistake) in
                    let words = RequestOptions.Withdrawals.allCases
                    draft.options.requests.withdrawals = words[try value.choice(words.map(\.rawValue))]
                },
            ]),
        SettingKey(
            "notice",
            """
            For those who promised notice before a change: {major: 30d, other: 7d}. Then `footfall policy publish` says from
            which day on a change counts. What only collects less counts at once.
            """
        ) { value, draft throws(SettingsMistake) in draft.options.notice = try value.notice() },
    ]
}
