extension ReportPhrases {
    static let japanese = ReportPhrases(
        statistics: { outputClass, asOf in "統計(\(outputClass)) \(asOf) 現在" },
        against: { "\($0)比" },
        perDay: { "\($0)/日" },
        visitorsPerDay: { "訪問者 1日平均 \($0)" },
        counted: { number, column in "\(column) \(number)" },
        fewerThan: { "訪問者\($0)人未満" },
        share: "割合",
        change: "増減",
        notTold: "非表示",
        tableOfDays: { "この表は\($1)日のうち\($0)日分です" },
        daysShown: "日数",
        ofDays: { "(\($1)日中\($0)日)" },
        keyFigures: "主な数値",
        dayByDay: "日ごと",
        thisWeek: { $0 == 7 ? "最近7日間" : "最近7日間のうち\($0)日" },
        thePeriod: { $0 == 1 ? "1日" : "全\($0)日間" },
        comparedWith: { period, closed in
            "増減は \(period) との比較です" + (closed == 0 ? "(示せる日がありません)。" : "(1日あたり。示せるのは\(closed)日分)。")
        },
        lateLines: { "遅れて届いた行: \($0)" },
        lateLinesAdded: " (ヒットはその日の合計に含む)",
        sumsBelow: "以下は、各日に示された数値のこの期間の合計です。",
        partialRows: "「日数」はその行が示された日数で、数値と割合はその日々のものです。",
        untoldTables: { "訪問者が少なく1行ずつ示せない表: \($0)。" },
        moreRows: { "ほか\($0)行" },
        moreColumns: { "幅が足りず省いた列: \($0)" },
        moreDays: { "それ以前に\($0)日" },
        heat: { column, largest in "その曜日の1時間あたりの平均\(column)。█ は \(largest)" },
        someHidden: "示されない行があります",
        someHiddenOnSomeDays: "日によって示されない行があります",
        hiddenPercent: { percent, column in "\(column)の約\(percent)% は示されない行にあります" },
        odd: "いつもと違う点",
        nothingOdd: { "ありません。過去\($0)週間の同じ曜日の範囲を大きく外れた数値はありません。" },
        tooFewWeeks: "まだ判断できません。4週間分の締めた日が必要です。",
        above: {
            "\($0.date): \($0.figure) \($0.value)。過去\($0.count)回の\($0.weekday)の最大(\($0.bound))を \($0.by) 上回る"
        },
        below: {
            "\($0.date): \($0.figure) \($0.value)。過去\($0.count)回の\($0.weekday)の最小(\($0.bound))を \($0.by) 下回る"
        },
        unseen: { "\($0.date): \($0.figure) \($0.value)。過去\($0.count)回の\($0.weekday)は、示せるほどの人数がありませんでした" },
        silent: {
            "\($0.date): 訪問者が少なく何も示せません。過去\($0.count)回の\($0.weekday)は毎回\($0.bound)人以上でした。ログはすべて届いていますか?"
        },
        statusHits: { "ステータス \($0) のヒット" },
        noLines: "ログなし",
        noDayClosed: "まだ締めた日がないため、報告する数値がありません。",
        nothingShown: { k in
            "ログは正しく集計されましたが、どの日も訪問者が\(k)人未満か、ネットワークの数が足りませんでした。これほど少ない人数の数値からは個人のことが分かってしまうため、数値は示しません。"
        },
        dayHidden: { date, k in "\(date): 訪問者\(k)人未満" },
        help: { k in
            var help = [
                "サイトのログ(すべてのサーバー、すべてのバーチャルホスト)を1つのストアに入れると、訪問者数が合算されます。",
                "その日の最後のログを入れてから `footfall aggregate` を実行してください。あとから届いた行はその日とは別に数えます。",
            ]
            if k > 3 {
                help.append("レポートを見る人が限られる場合は、policy.yaml の `k` を3まで下げられます。その後に締めた日から有効です。")
            }
            return help
        },
        noTables: "指定された表は、どの日にもありません。",
        nothingWaiting: "待っているデータはありません。`footfall ingest` でログを入れ、`footfall aggregate` を実行してください。",
        waiting: { days, rows in "\(days)日分(\(rows)行)が締めを待っています。`footfall aggregate` を実行してください。" },
        waitingUntil: { days, rows, date, time in
            "\(days)日分(\(rows)行)が締めを待っています。\(date) は \(time) から締められます。"
        },
        period: "期間",
        hidden: "非表示",
        hiddenMeaning: { k in
            "k = \(k) 人未満の訪問者、または少なすぎるネットワークによる数値と、それを推測できる数値。「·」は示されない数値"
        },
        outputClass: "区分",
        classes: [.internal: "内部用(公開不可)", .published: "公開用(組織外に出せる)"],
        policy: "ポリシー",
        definitions: "定義",
        words: "用語",
        timeZone: "タイムゾーン",
        visitGaps: { gaps in
            gaps.isEmpty
                ? "ポリシーの定める時間"
                : gaps.map { gap in gap.since.map { "\($0)からは\(gap.time)" } ?? gap.time }.joined(separator: "、")
        },
        seconds: { "\($0)秒" },
        minutes: { "\($0)分" },
        hours: { "\($0)時間" },
        closedDays: { "締めた日 \($0)日" })
}
