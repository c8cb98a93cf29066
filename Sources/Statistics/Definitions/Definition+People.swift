import Events

extension Definition {
    static let postalAreas = people("postal_areas", by: .postalArea, .open)
    static let ageBands = people("age_bands", by: .ageBand, .closed)
    static let genders = people("genders", by: .gender, .closed)
    static let occupations = people("occupations", by: .occupation, .closed)

    private static func people(_ name: String, by field: EventField.Text, _ vocabulary: Vocabulary) -> Definition {
        Definition(
            name, .records, by: .text(field), vocabulary: vocabulary, needsValue: true,
            columns: [.sum(.records, as: "hits"), .visitors], relation: .own)
    }
}
