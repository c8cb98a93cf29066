import Events

extension RequestWords {
    static let korean = RequestWords(
        title: { site, number in "\(site) 요청 제\(number)호에 대한 답변" },
        done: { kind, extent, opened, ended in
            func done(_ what: String) -> String {
                switch extent {
                case .whole: "\(opened)에 요청하신 개인정보 \(what)를 \(ended)에 완료하였습니다."
                case .part: "\(opened)에 요청하신 개인정보 \(what)를 \(ended)에 가능한 범위에서 완료하였습니다. 남아 있는 것은 아래와 같습니다."
                case .nothing: "\(opened)에 요청하신 개인정보 \(what)에 대하여 \(ended)에 확인하였으나 해당하는 데이터가 없어 처리할 것이 없었습니다."
                }
            }
            return switch kind {
            case .disclose: "\(opened)에 요청하신 개인정보 열람에 대하여 \(ended)에 다음과 같이 답변드립니다."
            case .correct: done("정정 처리")
            case .restrict: "\(opened)에 요청하신 개인정보 처리정지를 완료하였으며, \(ended)부터 요청에 적힌 식별자와 함께 전송된 데이터를 분석에 이용하지 않았습니다."
            case .erase: done("삭제 처리")
            case .authority: "\(opened)자 명령에 따른 제공을 \(ended)에 완료하였습니다."
            }
        },
        lifted: { opened, ended, lifted in
            "\(opened)에 요청하신 개인정보 처리정지를 완료하여 \(ended)부터 \(lifted)까지 요청에 적힌 식별자와 함께 전송된 데이터를 분석에 이용하지 않았습니다. 처리정지는 \(lifted)에 해제되었으며, 그 뒤에 전송된 데이터는 다시 분석에 이용합니다."
        },
        refused: { kind, opened, ended in
            switch kind {
            case .disclose: "\(opened)에 요청하신 개인정보 열람은 \(ended)에 다음과 같은 사유로 거절되었음을 알려드립니다."
            case .correct: "\(opened)에 요청하신 개인정보 정정은 \(ended)에 다음과 같은 사유로 거절되었음을 알려드립니다."
            case .restrict: "\(opened)에 요청하신 개인정보 처리정지는 \(ended)에 다음과 같은 사유로 거절되었음을 알려드립니다."
            case .erase: "\(opened)에 요청하신 개인정보 삭제는 \(ended)에 다음과 같은 사유로 거절되었음을 알려드립니다."
            case .authority: "\(opened)자 명령에 따른 제공은 \(ended)에 다음과 같은 사유로 하지 않기로 결정하였습니다."
            }
        },
        grounds: [
            .unverified: "요청하신 분의 신원을 확인할 수 없었습니다.",
            .notTheSubject: "정보주체 본인 또는 정당한 대리인의 요청임을 확인할 수 없었습니다.",
            .othersRights: "요청에 응할 경우 다른 사람의 권리와 이익을 침해할 우려가 있습니다.",
            .statutoryRetention: "법령에 따라 보존 기간이 끝날 때까지 보존하여야 합니다.",
            .unfounded: "확인 결과 잘못되었거나 위법하게 처리된 내용을 찾을 수 없었습니다.",
            .repetitive: "같은 내용의 요청에 최근 답변드렸으며 그 후 변경된 사항이 없습니다.",
            .noData: "요청하신 내용에 해당하는 데이터가 없습니다.",
            .addressShared: "요청에 적힌 것은 네트워크 주소뿐이며 다른 사람도 사용하였을 수 있으므로, 어느 데이터가 본인의 것인지 구별할 수 없습니다.",
        ],
        effects: [
            .correct:
                "정정된 값만 이용하며, 정정 전의 값은 더 이상 이용하지 않습니다. 봉인된 기록에는 해당 날짜의 기록이 파기될 때까지 정정 전의 값이 남습니다. 정정하는 동안 요청에 적힌 식별자와 함께 전송된 데이터는 통계에 포함하지 않았습니다.",
            .restrict: "아직 집계되지 않은 날의 데이터도 아래에 적힌 것을 제외하고 분석에서 제외하였습니다. 그 이전 날의 분석용 데이터와 통계는 그대로 둡니다.",
            .erase: "앞으로 요청에 적힌 식별자와 함께 전송되는 데이터는 분석에 이용하지 않습니다.",
        ],
        addressesOnly: "네트워크 주소만으로 전송되는 데이터는 다른 사람이 그 주소를 사용하지 않는다는 것이 증명된 경우에 한합니다.",
        searched: "요청에 적힌 식별자를 찾았으며, 페이지 주소에 들어 있는 단어는 찾지 않았습니다.",
        disclosed: { showing in
            switch showing {
            case .all: "해당 데이터는 이 답변에 첨부합니다."
            case .part: "해당 데이터 가운데 보여 드릴 수 있는 것을 이 답변에 첨부하며, 나머지는 아래에 줄 수만 적습니다."
            case .nothing(isLocked: true, isOthers: true):
                "해당 데이터는 일부는 법령에 따라 이용을 제한하여 보관하고 있고 일부는 다른 사람과도 관련되어 있어 보여 드릴 수 없습니다."
            case .nothing(isLocked: true, isOthers: _): "해당 데이터는 법령에 따라 이용을 제한하여 보관하고 있어 보여 드릴 수 없습니다."
            case .nothing: "해당 데이터는 다른 사람과도 관련되어 있어 보여 드릴 수 없습니다."
            }
        },
        found: "확인하고 처리한 내용",
        counted: { kind, count, number in
            switch (count, kind) {
            case (.lines, .authority): "기록 \(number)줄을 제공하였습니다."
            case (.lines, _): "적어 주신 식별자에 해당하는 기록은 \(number)줄입니다."
            case (.rejects, _): "읽지 못한 기록 가운데 적어 주신 식별자가 들어 있는 것은 \(number)줄입니다."
            case (.held, .authority): "그 가운데 따로 보존하는 기록에서 나온 것은 \(number)줄입니다."
            case (.held, _): "법령 또는 명령에 따라 따로 보존하는 기록은 \(number)줄입니다."
            case (.shown, _): "이 답변에 첨부하여 보여 드리는 기록은 \(number)줄입니다."
            case (.locked, _): "법령에 따라 이용을 제한하여 보관하므로 보여 드리지 않는 기록은 \(number)줄입니다."
            case (.withheld, .disclose): "다른 사람과도 관련되어 있어 보여 드리지 않는 기록은 \(number)줄입니다."
            case (.withheld, _): "적어 주신 식별자가 들어 있으며 다른 사람과도 관련된 기록은 \(number)줄입니다."
            case (.rows, .correct): "분석용 데이터 \(number)건을 정정하였습니다."
            case (.rows, _): "분석용 데이터에서 \(number)건을 삭제하였습니다."
            case (.removed, _): "기록 \(number)줄을 파기하였습니다."
            }
        },
        nothing: "요청하신 내용에 해당하는 데이터가 없습니다.",
        days: { "해당 데이터의 날짜: \($0)" },
        digest: { "제공한 내용의 SHA-256: \($0)" },
        stays: "계속 보관되는 것",
        kept: [
            .raw: "봉인된 기록", .rejects: "봉인된 읽지 못한 기록", .misuse: "부정 이용 기록", .illegal: "불법 거래 기록",
            .order: "명령에 따라 보존하는 기록", .unattributable: "분석용 데이터", .events: "분석용 데이터", .statistics: "확정된 통계",
            .sharedAddress: "네트워크 주소만 있는 기록", .othersLines: "다른 사람과도 관련된 봉인된 기록",
        ],
        reasons: [
            .law: "법령에 따라 보존하여야 하므로 이용을 제한하여 보관하며, 법령이 정한 경우 외에는 이용하지 않습니다",
            .hold: "법령 또는 명령이 정한 기간 동안 보관하며, 법령이 정한 경우 외에는 이용하지 않습니다",
            .destroyed: "해당 날짜의 기록은 이미 파기되어 어느 데이터가 누구의 것인지 구별할 수 없습니다",
            .released: "개인을 식별할 수 없는 통계이며, 나중에 변경하면 오히려 본인이 드러날 수 있습니다",
            .shared: "다른 사람도 같은 주소를 사용하므로 어느 기록이 본인의 것인지 구별할 수 없습니다",
            .others: "삭제하면 다른 사람의 데이터가 사라집니다",
            .damaged: "파일이 손상되어 있어 처리를 계속하면 다른 사람의 데이터가 사라집니다",
            .policyUnknown: "당시의 처리 규칙이 기록에 남아 있지 않아 다시 만들 수 없습니다",
            .unparsable: "로그의 일부 줄을 당시처럼 읽을 수 없어 처리를 계속하면 다른 사람의 데이터가 사라집니다",
            .rowsMissing: "로그의 일부 줄이 없어 처리를 계속하면 다른 사람의 데이터가 사라집니다",
        ],
        authorityReasons: [
            .released: "개인을 식별할 수 없는 통계이며, 나중에 변경하면 오히려 개인이 드러날 수 있습니다",
            .shared: "다른 사람도 같은 주소를 사용하므로 어느 기록이 누구의 것인지 구별할 수 없습니다",
        ],
        stay: { kept, days, reason, until in
            kept + (days.map { "(\($0))" } ?? "") + ": \(reason)" + (until.map { "(\($0)까지)" } ?? "") + "."
        },
        faults: { "끝까지 읽지 못한 파일이 \($0)개 있습니다." },
        record: { "요청과 이 답변은 \($0.map { "\($0)까지 " } ?? "")봉인하여 보관합니다." },
        complaint: "이 답변에 동의하지 않으시면 다시 요청하시거나 개인정보 보호를 담당하는 기관에 문의하실 수 있습니다.",
        authorityClosing: "제공한 내용은 기록으로 남습니다.",
        date: { "\($0)년 \($1)월 \($2)일" },
        range: { "\($0)부터 \($1)까지" },
        separator: ", ")
}
