import Events

extension RequestWords {
    static let japanese = RequestWords(
        title: { site, number in "\(site)　請求第\(number)号に対する回答" },
        done: { kind, extent, opened, ended in
            func done(_ what: String) -> String {
                switch extent {
                case .whole: "\(opened)にご請求のありました個人データの\(what)を、\(ended)に行いました。"
                case .part: "\(opened)にご請求のありました個人データの\(what)を、\(ended)に、可能な範囲で行いました。残るものは下記のとおりです。"
                case .nothing: "\(opened)にご請求のありました個人データの\(what)について、\(ended)に調査いたしましたが、該当するデータはなく、行うべきことはありませんでした。"
                }
            }
            return switch kind {
            case .disclose: "\(opened)にご請求のありました個人データの開示について、\(ended)付で次のとおり回答いたします。"
            case .correct: done("訂正")
            case .restrict: "\(opened)にご請求のありました個人データの利用停止を行い、\(ended)以降、ご請求に記載された識別子とともに届いたデータを分析に利用しておりません。"
            case .erase: done("消去")
            case .authority: "\(opened)付の命令に基づく提供を、\(ended)に実施いたしました。"
            }
        },
        lifted: { opened, ended, lifted in
            "\(opened)にご請求のありました個人データの利用停止を行い、\(ended)から\(lifted)まで、ご請求に記載された識別子とともに届いたデータを分析に利用しておりませんでした。利用停止は\(lifted)に解除され、以降に届いたデータは再び分析に利用しております。"
        },
        refused: { kind, opened, ended in
            switch kind {
            case .disclose: "\(opened)にご請求のありました個人データの開示については、\(ended)付で、次の理由により応じられないことを決定いたしました。"
            case .correct: "\(opened)にご請求のありました個人データの訂正については、\(ended)付で、次の理由により応じられないことを決定いたしました。"
            case .restrict: "\(opened)にご請求のありました個人データの利用停止については、\(ended)付で、次の理由により応じられないことを決定いたしました。"
            case .erase: "\(opened)にご請求のありました個人データの消去については、\(ended)付で、次の理由により応じられないことを決定いたしました。"
            case .authority: "\(opened)付の命令に基づく提供については、\(ended)付で、次の理由により実施しないことを決定いたしました。"
            }
        },
        grounds: [
            .unverified: "ご請求者の本人確認ができませんでした。",
            .notTheSubject: "ご請求がご本人または正当な代理人によるものと認められませんでした。",
            .othersRights: "ご請求に応じることで、他の方の権利利益を害するおそれがあります。",
            .statutoryRetention: "法令により、保存期間が満了するまで保存する義務があります。",
            .unfounded: "調査の結果、データに誤りまたは違法な取扱いは認められませんでした。",
            .repetitive: "同一の内容のご請求に最近回答しており、その後変更がありません。",
            .noData: "ご請求に記載された内容に該当するデータはありませんでした。",
            .addressShared: "ご請求に記載されたのはネットワークアドレスのみであり、他の方も使用している可能性があるため、どのデータがご本人のものか判別できません。",
        ],
        effects: [
            .correct:
                "訂正後のデータのみを利用し、訂正前の値は今後利用いたしません。封印されたログには、その日のログが廃棄されるまで訂正前の値が残ります。訂正の作業中に、ご請求に記載された識別子とともに届いたデータは統計に含めておりません。",
            .restrict: "まだ集計されていなかった日のデータも、下記に記載のあるものを除き、分析から除外いたしました。それ以前の日の分析用データと統計は変更いたしません。",
            .erase: "今後、ご請求に記載された識別子とともに届くデータを分析に利用することはありません。",
        ],
        addressesOnly: "ネットワークアドレスのみで届くデータについては、他の方がそのアドレスを使用していないことが証明された場合に限ります。",
        searched: "調査の対象は、ご請求に記載された識別子です。ページのアドレスに含まれる語は調査しておりません。",
        disclosed: { showing in
            switch showing {
            case .all: "該当するデータは本書に添付いたします。"
            case .part: "該当するデータのうち開示できるものを本書に添付いたします。その他については下記に行数のみを記載いたします。"
            case .nothing(isLocked: true, isOthers: true):
                "該当するデータは、一部は法令により利用を制限して保存しており、一部は他の方にも関わるものであるため、開示することができません。"
            case .nothing(isLocked: true, isOthers: _): "該当するデータは、法令により利用を制限して保存しているため、開示することができません。"
            case .nothing: "該当するデータは、他の方にも関わるものであるため、開示することができません。"
            }
        },
        found: "確認および実施した内容",
        counted: { kind, count, number in
            switch (count, kind) {
            case (.lines, .authority): "ログ\(number)行を提供いたしました。"
            case (.lines, _): "記載された識別子に該当するログは\(number)行です。"
            case (.rejects, _): "解析できなかった行のうち、記載された識別子を含むものは\(number)行です。"
            case (.held, .authority): "そのうち、別途保存している記録によるものは\(number)行です。"
            case (.held, _): "法令または命令に基づき別途保存している記録は\(number)行です。"
            case (.shown, _): "本書に添付する開示資料に記載したものは\(number)行です。"
            case (.locked, _): "法令により利用を制限して保存しているため、開示しないものは\(number)行です。"
            case (.withheld, .disclose): "他の方にも関わるものであるため、開示しないものは\(number)行です。"
            case (.withheld, _): "記載された識別子を含み、他の方にも関わるものは\(number)行です。"
            case (.rows, .correct): "分析用データ\(number)件を訂正いたしました。"
            case (.rows, _): "分析用データから\(number)件を削除いたしました。"
            case (.removed, _): "ログ\(number)行を廃棄いたしました。"
            }
        },
        nothing: "ご請求に記載された内容に該当するデータはありませんでした。",
        days: { "該当するデータの日付：\($0)" },
        digest: { "提供した内容のSHA-256：\($0)" },
        stays: "引き続き保存されるもの",
        kept: [
            .raw: "封印されたログ", .rejects: "封印された解析不能の行", .misuse: "不正利用の記録", .illegal: "違法取引の記録",
            .order: "命令により保存する記録", .unattributable: "分析用データ", .events: "分析用データ", .statistics: "確定済みの統計",
            .sharedAddress: "ネットワークアドレスのみの行", .othersLines: "他の方にも関わる封印されたログ",
        ],
        reasons: [
            .law: "法令により保存義務があるため、利用を制限した上で保存し、法令に基づく場合を除き利用いたしません",
            .hold: "法令または命令の定める期間保存し、法令に基づく場合を除き利用いたしません",
            .destroyed: "当該日のログは既に廃棄されており、どのデータがどなたのものかを判別できません",
            .released: "個人を識別できない統計であり、後から変更するとかえってご本人が特定されるおそれがあります",
            .shared: "他の方も同じアドレスを使用しているため、どの行がご本人のものか判別できません",
            .others: "消去すると他の方のデータが失われます",
            .damaged: "ファイルが破損しており、処理を続けると他の方のデータが失われます",
            .policyUnknown: "当時の処理規則が記録に残っておらず、作り直すことができません",
            .unparsable: "ログの一部の行を当時のように読み取れず、処理を続けると他の方のデータが失われます",
            .rowsMissing: "ログの一部の行が欠けており、処理を続けると他の方のデータが失われます",
        ],
        authorityReasons: [
            .released: "個人を識別できない統計であり、後から変更するとかえって個人が特定されるおそれがあります",
            .shared: "他の方も同じアドレスを使用しているため、どの行がどなたのものか判別できません",
        ],
        stay: { kept, days, reason, until in
            kept + (days.map { "（\($0)）" } ?? "") + "：\(reason)" + (until.map { "（\($0)まで）" } ?? "") + "。"
        },
        faults: { "完全に読み取ることができなかったファイルが\($0)件あります。" },
        record: { "ご請求とこの回答は、当方で\($0.map { "\($0)まで" } ?? "")封印して保存いたします。" },
        complaint: "この回答にご不服がある場合は、改めて当方にお申し出いただくか、個人情報保護を所管する機関にご相談ください。",
        authorityClosing: "提供の内容は当方の記録に残されます。",
        date: { "\($0)年\($1)月\($2)日" },
        range: { "\($0)から\($1)まで" },
        separator: "、")
}
