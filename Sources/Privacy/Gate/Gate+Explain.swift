public import Events

extension Gate {
    /// What is stored of one event, column by column: the columns that the policy lists, absent ones too.
    public func explain(_ events: EventBatch, row: Int) -> [ExplainedField] {
        EventColumn.all.compactMap { column in
            guard let field = policy.field(column) else { return nil }
            let value = Gate.value(of: column, in: events, row: row)
            return ExplainedField(name: column.name, value: value, rule: field.rule, purpose: field.purpose)
        }
    }

    private static func value(of column: EventColumn, in events: EventBatch, row: Int) -> ExplainedField.Value {
        switch column {
        case .time: return .number(events.time[row])
        case .text(let field):
            let index = events[field].index(row)
            return index == absentIndex ? .absent : .text(events[field].dictionary.text(Int(index)))
        case .identity(let field):
            let index = events[field].index(row)
            return index == absentIndex ? .absent : .text("\(events[field].dictionary[Int(index)])")
        case .number(let field):
            let number = events[field].value(row)
            return number == NumberColumn.absent ? .absent : .number(number)
        case .flag(let field):
            return .flag(!events[field].isEmpty && events[field][row])
        }
    }
}
