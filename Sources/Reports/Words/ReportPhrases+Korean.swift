extension ReportPhrases {
    static let korean = ReportPhrases(
        statistics: { outputClass, asOf in "통계(\(outputClass)) \(asOf) 기준" },
        against: { "\($0) 대비" },
        perDay: { "\($0)/일" },
        visitorsPerDay: { "방문자 하루 평균 \($0)" },
        counted: { number, column in "\(column) \(number)" },
        fewerThan: { "방문자 \($0)명 미만" },
        share: "비율",
        change: "증감",
        notTold: "표시하지 않음",
        tableOfDays: { "이 표는 \($1)일 중 \($0)일의 것입니다" },
        daysShown: "일수",
        ofDays: { "(\($1)일 중 \($0)일)" },
        keyFigures: "주요 수치",
        dayByDay: "날짜별",
        thisWeek: { $0 == 7 ? "최근 7일" : "최근 7일 중 \($0)일" },
        thePeriod: { $0 == 1 ? "1일" : "전체 \($0)일" },
        comparedWith: { period, closed in
            "증감은 \(period) 대비입니다" + (closed == 0 ? "(보여 줄 수 있는 날이 없음)." : "(하루 평균, \(closed)일분).")
        },
        lateLines: { "늦게 도착한 기록: \($0)" },
        lateLinesAdded: " (히트는 그날 합계에 포함)",
        sumsBelow: "아래는 날마다 보여 준 수치를 이 기간 동안 더한 것입니다.",
        partialRows: "'일수'는 그 행이 표시된 날 수이며, 수치와 비율은 그날들의 것입니다.",
        untoldTables: { "방문자가 적어 행별로 보여 줄 수 없는 표: \($0)." },
        moreRows: { "그 밖에 \($0)행" },
        moreColumns: { "너비가 모자라 생략한 열: \($0)" },
        moreDays: { "그 이전 \($0)일" },
        heat: { column, largest in "그 요일의 시간당 평균 \(column). █는 \(largest)" },
        someHidden: "표시되지 않는 행이 있습니다",
        someHiddenOnSomeDays: "날에 따라 표시되지 않는 행이 있습니다",
        hiddenPercent: { percent, column in "\(column)의 약 \(percent)%는 표시되지 않는 행에 있습니다" },
        odd: "평소와 다른 점",
        nothingOdd: { "없습니다. 지난 \($0)주 같은 요일의 범위를 크게 벗어난 수치가 없습니다." },
        tooFewWeeks: "아직 판단할 수 없습니다. 마감한 날이 4주분 필요합니다.",
        above: {
            "\($0.date): \($0.figure) \($0.value), 지난 \($0.count)번의 \($0.weekday) 중 최고(\($0.bound))보다 \($0.by) 많음"
        },
        below: {
            "\($0.date): \($0.figure) \($0.value), 지난 \($0.count)번의 \($0.weekday) 중 최저(\($0.bound))보다 \($0.by) 적음"
        },
        unseen: { "\($0.date): \($0.figure) \($0.value), 지난 \($0.count)번의 \($0.weekday)에는 보여 줄 만큼의 방문자가 없었음" },
        silent: {
            "\($0.date): 방문자가 적어 아무것도 보여 줄 수 없음. 지난 \($0.count)번의 \($0.weekday)에는 매번 \($0.bound)명 이상이었음. 로그가 모두 도착했습니까?"
        },
        statusHits: { "상태 코드 \($0) 히트" },
        noLines: "기록 없음",
        noDayClosed: "아직 마감한 날이 없어 보고할 수치가 없습니다.",
        nothingShown: { k in
            "로그는 정상적으로 집계되었지만 모든 날에 방문자가 \(k)명 미만이거나 네트워크 수가 부족했습니다. 이렇게 적은 사람에 대한 수치는 개인을 드러낼 수 있어 보여 주지 않습니다."
        },
        dayHidden: { date, k in "\(date): 방문자 \(k)명 미만" },
        help: { k in
            var help = [
                "사이트의 모든 로그(모든 서버, 모든 가상 호스트)를 하나의 저장소에 넣으면 방문자 수가 합쳐집니다.",
                "그날의 마지막 로그를 넣은 뒤에 `footfall aggregate`를 실행하십시오. 나중에 도착한 기록은 그날과 따로 셉니다.",
            ]
            if k > 3 {
                help.append("보고서를 보는 사람이 적다면 policy.yaml의 `k`를 3까지 낮출 수 있습니다. 그 뒤에 마감하는 날부터 적용됩니다.")
            }
            return help
        },
        noTables: "요청한 표를 공개한 날이 없습니다.",
        nothingWaiting: "기다리는 데이터가 없습니다. `footfall ingest`로 로그를 넣고 `footfall aggregate`를 실행하십시오.",
        waiting: { days, rows in "\(days)일분(\(rows)행)이 마감을 기다립니다. `footfall aggregate`를 실행하십시오." },
        waitingUntil: { days, rows, date, time in
            "\(days)일분(\(rows)행)이 마감을 기다립니다. \(date)은 \(time)부터 마감할 수 있습니다."
        },
        period: "기간",
        hidden: "비공개",
        hiddenMeaning: { k in
            "방문자 k = \(k)명 미만이거나 네트워크가 너무 적은 수치와, 그것을 알아낼 수 있게 하는 수치. '·'는 보여 주지 않는 수치"
        },
        outputClass: "등급",
        classes: [.internal: "내부용(공개 금지)", .published: "공개용(조직 밖 제공 가능)"],
        policy: "정책",
        definitions: "정의",
        words: "용어",
        timeZone: "시간대",
        visitGaps: { gaps in
            gaps.isEmpty
                ? "정책에서 정한 시간"
                : gaps.map { gap in gap.since.map { "\($0)부터는 \(gap.time)" } ?? gap.time }.joined(separator: ", ")
        },
        seconds: { "\($0)초" },
        minutes: { "\($0)분" },
        hours: { "\($0)시간" },
        closedDays: { "마감한 날 \($0)일" })
}
