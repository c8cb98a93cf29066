import Events

extension RequestWords {
    static let english = RequestWords(
        title: { site, number in "\(site): answer to request \(number)" },
        done: { kind, extent, opened, ended in
            let done =
                switch extent {
                case .whole: "This was done on \(ended)."
                case .part: "On \(ended) this was done as far as it could be; what stays is said below."
                case .nothing: "On \(ended) we looked for it and found nothing, so nothing had to be done."
                }
            return switch kind {
            case .disclose: "On \(opened) you asked what data about you is stored. This is our answer of \(ended)."
            case .correct: "On \(opened) you asked us to correct data about you. \(done)"
            case .restrict:
                "On \(opened) you asked us to stop using data about you. What comes with the identifiers named in it has not been evaluated since \(ended)."
            case .erase: "On \(opened) you asked us to erase data about you. \(done)"
            case .authority: "Your order of \(opened) was carried out on \(ended)."
            }
        },
        lifted: { opened, ended, lifted in
            "On \(opened) you asked us to stop using data about you. What came with the identifiers named in it was not evaluated from"
                + " \(ended) until \(lifted), when this was lifted; what comes since then is evaluated again."
        },
        refused: { kind, opened, ended in
            switch kind {
            case .disclose: "On \(opened) you asked what data about you is stored. On \(ended) we had to refuse this:"
            case .correct: "On \(opened) you asked us to correct data about you. On \(ended) we had to refuse this:"
            case .restrict: "On \(opened) you asked us to stop using data about you. On \(ended) we had to refuse this:"
            case .erase: "On \(opened) you asked us to erase data about you. On \(ended) we had to refuse this:"
            case .authority: "Your order of \(opened) was not carried out, as was decided on \(ended):"
            }
        },
        grounds: [
            .unverified: "It could not be verified who sent the request.",
            .notTheSubject:
                "The request was not made by the person whom the data is about, nor by someone who may act for that person.",
            .othersRights: "Doing it would harm the rights of other people.",
            .statutoryRetention: "A law obliges us to keep the data until its term is over.",
            .unfounded: "The data was checked, and nothing in it was found to be wrong or unlawful.",
            .repetitive: "The same request was answered not long ago, and nothing has changed since.",
            .noData: "No data was found for what was stated in the request.",
            .addressShared:
                "The request names only a network address, which other people may have used as well; it cannot be told which of"
                + " its data belongs to one person.",
        ],
        effects: [
            .correct:
                "Data that was put right is used as it is now; the earlier values are not used any more. Sealed log lines keep the"
                + " earlier values until their day is destroyed. What came with the identifiers named in the request while this was"
                + " being done was kept out of the statistics.",
            .restrict:
                "What had come on days that were not yet evaluated was left out as well, unless it is named below. Evaluated data and"
                + " statistics of earlier days stay as they are.",
            .erase: "From now on, what comes with the identifiers named in the request is not evaluated any more.",
        ],
        addressesOnly:
            "Of what comes with a network address alone this holds if it was proved that nobody else uses the address.",
        searched: "We looked for the identifiers named in the request, and not for words in the addresses of pages.",
        disclosed: { showing in
            switch showing {
            case .all: "The data itself comes with this letter."
            case .part: "What can be shown of the data comes with this letter; the rest is counted below."
            case .nothing(isLocked: true, isOthers: true):
                "What was found cannot be shown: of some of it a law obliges us to keep it locked, and some of it concerns other"
                    + " people as well."
            case .nothing(isLocked: true, isOthers: _):
                "What was found cannot be shown: a law obliges us to keep it, and it is locked."
            case .nothing: "What was found cannot be shown, because it concerns other people as well."
            }
        },
        found: "What was found and done",
        counted: { kind, count, number in
            let (is1, lines) = (number == 1, number == 1 ? "1 line" : "\(number) lines")
            switch (count, kind) {
            case (.lines, .authority): return "\(lines) of the logs \(is1 ? "was" : "were") handed over."
            case (.lines, _): return "\(lines) of the logs \(is1 ? "belongs" : "belong") to the stated identifiers."
            case (.rejects, _):
                return "\(lines) that could not be read by our programs \(is1 ? "names" : "name") a stated identifier."
            case (.held, .authority):
                return
                    "\(is1 ? "1 line of these is" : "\(number) lines of these are") from records that are held separately."
            case (.held, _):
                return "\(lines) \(is1 ? "is" : "are") held separately, as the law allows or an order demands."
            case (.shown, _): return "\(lines) \(is1 ? "is" : "are") shown in what comes with this letter."
            case (.locked, _):
                return
                    "\(lines) \(is1 ? "is" : "are") not shown: a law obliges us to keep \(is1 ? "it" : "them") locked."
            case (.withheld, .disclose):
                return
                    "\(lines) \(is1 ? "is" : "are") not shown, because \(is1 ? "it concerns" : "they concern") other people as well."
            case (.withheld, _):
                return
                    "\(lines) \(is1 ? "bears" : "bear") a stated identifier and \(is1 ? "concerns" : "concern") other people as well."
            case (.rows, .correct):
                return
                    "\(is1 ? "1 entry" : "\(number) entries") of the evaluated data \(is1 ? "was" : "were") corrected."
            case (.rows, _):
                return
                    "\(is1 ? "1 entry was" : "\(number) entries were") taken out of the evaluated data."
            case (.removed, _): return "\(lines) \(is1 ? "was" : "were") destroyed."
            }
        },
        nothing: "No data was found for what was stated in the request.",
        days: { "The data is of these days: \($0)." },
        digest: { "SHA-256 of what was handed over: \($0)" },
        stays: "What stays",
        kept: [
            .raw: "Sealed log lines", .rejects: "Sealed lines that could not be read", .misuse: "Records of misuse",
            .illegal: "Records of illegal transactions", .order: "Records kept by order",
            .unattributable: "Evaluated data", .events: "Evaluated data", .statistics: "Released statistics",
            .sharedAddress: "Lines with nothing but a network address",
            .othersLines: "Sealed log lines that concern other people as well",
        ],
        reasons: [
            .law: "a law obliges us to keep them; they are locked, and used for nothing but what a law orders",
            .hold:
                "they are kept as long as the law allows or an order demands, and used for nothing but what a law orders",
            .destroyed:
                "the log lines of these days have been destroyed, so that nobody can tell any more what belongs to whom",
            .released: "they name nobody, and to change them afterwards would point to you",
            .shared: "others use the address as well, and it cannot be told which lines belong to you",
            .others: "to take them out would take away what is theirs",
            .damaged: "a file is damaged; to go on would cost other people their data",
            .policyUnknown:
                "the rules by which they were evaluated are not on record any more, so this cannot be done anew",
            .unparsable:
                "some log lines cannot be read any more as they were; to go on would cost other people their data",
            .rowsMissing: "some of their log lines are missing; to go on would cost other people their data",
        ],
        authorityReasons: [
            .released: "they name nobody, and to change them afterwards would point to a person",
            .shared: "others use the address as well, and it cannot be told which lines belong to whom",
        ],
        stay: { kept, days, reason, until in
            kept + (days.map { " (\($0))" } ?? "") + ": \(reason)" + (until.map { ", until \($0)" } ?? "") + "."
        },
        faults: { files in
            files == 1 ? "1 file could not be read completely." : "\(files) files could not be read completely."
        },
        record: { until in
            "Your request and this answer stay sealed on record with us" + (until.map { " until \($0)." } ?? ".")
        },
        complaint:
            "If you do not agree with this answer, you can write to us again or turn to the data protection authority.",
        authorityClosing: "What was handed over is on record with us.",
        date: { year, month, day in
            let months = [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
            return "\(day) \(months[month - 1]) \(year)"
        },
        range: { "\($0) to \($1)" },
        separator: ", ")
}
