extension SpanPhrases {
    static let korean = SpanPhrases(
        hours: { "\($0)의 시간대(아직 마감되지 않은 날). 숫자가 없는 시간대는 방문자가 너무 적거나 마감될 때까지 보류됩니다." },
        noHours: {
            "\($0)의 시간대가 아직 공개되지 않았습니다. `footfall aggregate --today`는 더 늦은 행을 읽었으면 각 시간대를 끝난 지 1시간 뒤에 공개합니다."
        },
        months: { "월 단위. 숫자는 10 단위로 반올림되며 하루 방문자 \($0)명 이상에 근거합니다. 마감 뒤에 도착한 행은 들어 있지 않습니다." },
        noMonths: { "공개할 수 있는 달이 없습니다. 모든 날이 마감되어야 하고 그중 하루에 방문자 \($0)명이 필요합니다." },
        nextMonth: { days, from in
            "\(days)은 모든 날이 마감되면 공개할 수 있습니다"
                + (from.map { "(\($0)부터)." } ?? ". `footfall aggregate`를 실행하십시오.")
        })
}
