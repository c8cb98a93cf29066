import Privacy

/// A policy while its file is read.
struct PolicyDraft {
    /// What the file says of a column.
    struct Field {
        let column: EventColumn
        let field: Policy.Field
        /// Where rule and purpose stand.
        let rulePlace: YAMLNode
        let purposePlace: YAMLNode?
    }

    var site = "default"
    var options = PolicyOptions()
    /// Nil as long as the file has not said which fields there are.
    var fields: [Field]?

    /// The policy that the file has told.
    ///
    /// - Parameter root: where to point if something is missing.
    func policy(_ root: YAMLNode) throws(SettingsMistake) -> Policy {
        guard let fields else {
            throw SettingsMistake(
                at: root,
                "The policy has no fields. List what may be stored under fields; what is not listed is not stored.")
        }
        for field in fields {
            guard let place = field.purposePlace, options.purposes[field.field.purpose] == nil else { continue }
            throw SettingsMistake(
                at: place, "There is no purpose of that name. Describe it under purposes, for the people concerned.")
        }
        do {
            return try Policy(
                site: site, options: options,
                fields: Dictionary(fields.map { ($0.column, $0.field) }) { first, _ in first })
        } catch {
            throw SettingsMistake(at: place(of: error, in: fields) ?? root, "\(error)")
        }
    }

    private func place(of error: PolicyError, in fields: [Field]) -> YAMLNode? {
        guard case .ruleDoesNotFit(let name, _, _) = error else { return nil }
        return fields.first { $0.column.name == name }?.rulePlace
    }
}
