import Events
import Intake
import Privacy

extension RequestLetter {
    /// Finds out whether what is said to be right can be put down as a policy has it.
    ///
    /// - Throws: ``RequestLetterError`` that names the field and never the value.
    func checkCorrections(by policy: Policy) throws(RequestLetterError) {
        for correction in corrections {
            let name = RequestLetter.correctable.first { $0.field == correction.field }?.name ?? ""
            guard let column = correction.column, policy.stores(column) else { throw .notStored(field: name) }
            guard correction.isTaken(by: policy) else {
                throw .unusableValue(field: name, words: correction.wanted)
            }
        }
    }
}

extension RequestLetter.Correction {
    /// The column of events that the field becomes.
    fileprivate var column: EventColumn? {
        switch field {
        case .age: .text(.ageBand)
        case .gender: .text(.gender)
        case .postalCode: .text(.postalArea)
        case .occupation: .text(.occupation)
        case .language: .text(.language)
        case .terminal: .text(.terminal)
        case .platform: .text(.platform)
        case .appVersion: .text(.appVersion)
        case .appStatus: .text(.appStatus)
        default: nil
        }
    }

    /// Whether the column has something to say for the value, as far as it has words of a closed set or a form.
    fileprivate func isTaken(by policy: Policy) -> Bool {
        var result: [UInt8] = []
        let text = String(decoding: value, as: UTF8.self)
        switch field {
        case .age: return AgeBand(width: policy.options.ageBand).generalise(value.span, into: &result)
        case .postalCode:
            return PostalArea(kept: policy.options.postalCharacters).generalise(value.span, into: &result)
        case .gender: return isKnown(Gender.name(value.span), text, other: Gender.other)
        case .occupation: return isKnown(Occupation.name(value.span), text, other: Occupation.other)
        default: return true
        }
    }

    /// What stands for everything else is known only if it is that which was written.
    private func isKnown(_ name: String?, _ text: String, other: String) -> Bool {
        name != nil && (name != other || text.lowercased() == other)
    }

    /// What the field takes.
    fileprivate var wanted: String {
        switch field {
        case .age: "an age in years, from 0 to 130"
        case .postalCode: "a postal code of 4 to 10 letters and digits"
        case .gender: "female, male, nonbinary or other"
        case .occupation: "a group of occupations, such as student, employee, healthcare or retired, or other"
        default: "another value"
        }
    }
}
