/// The columns of a file that one column of a table needs.
struct CSVColumn {
    private enum Form { case number, bounded, ratio, bin }

    private let form: Form
    let heads: [String]

    init(_ table: ReportTable, at place: Int) {
        let name = table.columns[place].name
        let values = table.rows.flatMap { [$0.cells[place]] + ($0.previous.map { [$0[place]] } ?? []) }.map(\.value)
        switch table.columns[place].combination {
        case .ratio: form = .ratio
        case .range: form = .bin
        case .sum, .average:
            form = values.contains { if case .atLeast = $0 { true } else { false } } ? .bounded : .number
        }
        heads =
            switch form {
            case .number: [name]
            case .bounded: [name, "\(name)_at_least"]
            case .ratio: [name, "\(name)_of"]
            case .bin: ["\(name)_from", "\(name)_below"]
            }
    }

    func fields(_ cell: ReportCell) -> [String] {
        let fields: [Int64?] =
            switch cell.value {
            case .hidden: []
            case .number(let number): [number]
            case .average(let sum, let days): [Ratio(numerator: sum, denominator: days).scaled(by: 1)]
            case .atLeast(let number): [nil, number]
            case .ratio(let numerator, let denominator): [numerator, denominator]
            case .bin(let lower, let upper): [lower, upper]
            }
        return heads.indices.map { fields.indices.contains($0) ? fields[$0].map { String($0) } ?? "" : "" }
    }
}
