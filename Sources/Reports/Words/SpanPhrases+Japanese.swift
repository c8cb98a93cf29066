extension SpanPhrases {
    static let japanese = SpanPhrases(
        hours: { "\($0) の時間帯別(この日はまだ締め切られていません)。数字のない時間帯は訪問者が少なすぎるか、締め切りまで保留されています。" },
        noHours: {
            "\($0) の時間帯はまだ公開されていません。`footfall aggregate --today` は、後の行が読み込まれていれば、各時間帯をその終了の1時間後に公開します。"
        },
        months: { "月単位。数字は10の位に丸められ、ある1日の訪問者 \($0) 人以上に基づきます。締め切り後に届いた行は含まれません。" },
        noMonths: { "公開できる月がありません。すべての日が締め切られ、そのうち1日に \($0) 人の訪問者が必要です。" },
        nextMonth: { days, from in
            "\(days) は、すべての日が締め切られると公開できます"
                + (from.map { "(\($0) 以降)。" } ?? "。`footfall aggregate` を実行してください。")
        })
}
