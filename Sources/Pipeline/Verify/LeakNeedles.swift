/// A list of identifiers made ready for the search.
struct LeakNeedles {
    /// What a pattern of the search stands for.
    struct Needle: Hashable {
        let line: Int
        let notation: LeakNotation
        let isShort: Bool
    }

    let search: PatternSearch
    /// One per pattern.
    let needles: [Needle]
    let numbers: [Int64: [Needle]]
    let tooShort: [Int]
    let count: Int

    init(_ list: IdentifierList) {
        var table = PatternTable()
        var needles: [Needle] = []
        var numbers: [Int64: [Needle]] = [:]
        var tooShort: [Int] = []
        for identifier in list.identifiers {
            let forms = IdentifierForms(identifier.text)
            if identifier.text.count < IdentifierForm.shortestLength { tooShort.append(identifier.line) }
            for form in forms.forms {
                table.append(form.bytes, ignoringCase: form.ignoresCase)
                needles.append(Needle(line: identifier.line, notation: form.notation, isShort: form.isShort))
            }
            for (notation, value) in forms.numbers {
                let needle = Needle(line: identifier.line, notation: notation, isShort: false)
                if numbers[value]?.contains(needle) != true { numbers[value, default: []].append(needle) }
            }
        }
        search = PatternSearch(table)
        self.needles = needles
        self.numbers = numbers
        self.tooShort = tooShort
        count = list.identifiers.count
    }

    /// A report of nothing.
    var report: LeakReport {
        let used = Set(needles.map(\.notation))
        return LeakReport(
            identifiers: count, tooShort: tooShort, forms: needles.count,
            notations: LeakNotation.allCases.filter(used.contains),
            rawForms: needles.count { $0.notation == .addressBytes && $0.isShort })
    }

    /// A name as it may be shown: without identifiers, and without what would move a terminal's cursor.
    func shown(_ name: String) -> String {
        let bytes = Array(name.utf8)
        var isHidden = [Bool](repeating: false, count: bytes.count)
        search.search(bytes.span) { pattern, start in
            for index in start..<start + search.table.range(of: pattern).count { isHidden[index] = true }
        }
        var shown: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if !isHidden[index] {
                shown.append(byte < 0x20 || byte == 0x7F ? UInt8(ascii: "?") : byte)
            } else if index == 0 || !isHidden[index - 1] {
                shown += Array("…".utf8)
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }
}
