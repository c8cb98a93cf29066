/// The groups of occupations that registration forms ask for.
public enum Occupation {
    /// What stands for an answer that is not listed: a written one can name a person.
    public static let other = "other"

    /// A group's name, or ``other``; nil for no answer.
    ///
    /// English, Korean and Japanese words of forms, in any case; `-` and `_` count as spaces.
    public static func name(_ text: Span<UInt8>) -> String? {
        let range = text.trimmedRange
        guard !range.isEmpty, !(range.count == 1 && text[range.lowerBound] == UInt8(ascii: "-")) else { return nil }
        guard range.count <= 64 else { return other }
        let word = range.map { index in
            let byte = ASCII.lowercased(text[index])
            return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") ? UInt8(ascii: " ") : byte
        }
        if unanswered.contains(where: { word.span.equals($0) }) { return nil }
        return names.first { $0.spellings.contains { word.span.equals($0) } }?.name ?? other
    }

    private static let names: [(name: String, spellings: [String])] = [
        ("student", ["student", "pupil", "university student", "graduate student", "학생", "대학생", "대학원생", "学生", "大学生"]),
        (
            "employee",
            [
                "employee", "employed", "office worker", "company employee", "worker", "full time", "회사원", "직장인", "会社員",
                "正社員",
            ]
        ),
        ("part-time", ["part time", "part timer", "temporary", "아르바이트", "パート", "アルバイト", "パート・アルバイト"]),
        ("executive", ["executive", "manager", "management", "ceo", "임원", "경영인", "会社役員", "経営者"]),
        (
            "self-employed",
            [
                "self employed", "freelance", "freelancer", "business owner", "entrepreneur", "자영업", "프리랜서", "自営業",
                "フリーランス",
            ]
        ),
        ("public-servant", ["public servant", "civil servant", "government", "government employee", "공무원", "公務員"]),
        ("military", ["military", "soldier", "군인", "自衛官"]),
        (
            "education",
            ["education", "teacher", "professor", "lecturer", "교사", "교수", "교직", "교육", "教員", "教師", "教育"]
        ),
        ("research", ["research", "researcher", "scientist", "연구원", "연구직", "研究者", "研究職"]),
        (
            "healthcare",
            [
                "healthcare", "doctor", "physician", "nurse", "pharmacist", "medical", "의료", "의사", "간호사", "약사", "医師",
                "看護師", "医療",
            ]
        ),
        ("legal", ["legal", "lawyer", "attorney", "judge", "법조인", "변호사", "弁護士", "法曹"]),
        (
            "technology",
            [
                "technology", "it", "engineer", "developer", "programmer", "software engineer", "개발자", "엔지니어", "エンジニア",
                "技術職",
            ]
        ),
        ("professional", ["professional", "specialist", "consultant", "전문직", "専門職"]),
        ("sales", ["sales", "marketing", "retail", "영업", "판매", "영업직", "판매직", "営業", "販売"]),
        ("service", ["service", "hospitality", "서비스", "서비스직", "サービス業"]),
        ("finance", ["finance", "banking", "accounting", "accountant", "금융", "회계사", "金融", "会計士"]),
        (
            "media",
            ["media", "journalist", "designer", "artist", "writer", "art", "언론인", "예술인", "디자이너", "デザイナー", "クリエイター"]
        ),
        ("production", ["production", "manufacturing", "factory worker", "craft", "생산직", "제조업", "製造業"]),
        ("construction", ["construction", "건설", "건설업", "建設業"]),
        ("transport", ["transport", "driver", "logistics", "운수업", "운전기사", "運輸業", "運転手"]),
        ("agriculture", ["agriculture", "farmer", "fishery", "forestry", "농업", "농림어업", "어업", "農業", "農林水産業", "漁業"]),
        ("homemaker", ["homemaker", "housewife", "house husband", "주부", "전업주부", "主婦", "主夫", "専業主婦", "専業主夫"]),
        ("retired", ["retired", "pensioner", "은퇴", "퇴직", "定年退職", "年金生活"]),
        ("unemployed", ["unemployed", "job seeker", "between jobs", "not employed", "무직", "구직자", "구직중", "無職", "求職中"]),
    ]

    private static let unanswered = [
        "n/a", "none", "null", "unknown", "undisclosed", "prefer not to say", "no answer", "무응답", "無回答", "未回答",
    ]
}
