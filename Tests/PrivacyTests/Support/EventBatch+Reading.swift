import Events

extension EventBatch {
    func text(_ field: EventField.Text, _ row: Int = 0) -> String? {
        let index = self[field].index(row)
        return index == absentIndex ? nil : self[field].dictionary.text(Int(index))
    }

    func pseudonym(_ field: EventField.Identity, _ row: Int = 0) -> Pseudonym? {
        let index = self[field].index(row)
        return index == absentIndex ? nil : self[field].dictionary[Int(index)]
    }

    func number(_ field: EventField.Number, _ row: Int = 0) -> Int64? {
        let value = self[field].value(row)
        return value == NumberColumn.absent ? nil : value
    }

    func flag(_ field: EventField.Flag, _ row: Int = 0) -> Bool {
        !self[field].isEmpty && self[field][row]
    }
}
