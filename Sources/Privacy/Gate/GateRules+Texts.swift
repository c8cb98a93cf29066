internal import Events
internal import Intake

extension GateRules {
    /// What makes a text column of events out of one raw column.
    struct TextRule {
        let source: RawBatch.Text
        /// Appends the new value to its second argument, or returns false for nothing.
        let apply: (Span<UInt8>, inout [UInt8]) -> Bool

        init(_ source: RawBatch.Text, _ apply: @escaping (Span<UInt8>, inout [UInt8]) -> Bool) {
            self.source = source
            self.apply = apply
        }

        /// A closed vocabulary.
        init(_ source: RawBatch.Text, _ name: @escaping (Span<UInt8>) -> String?) {
            self.init(source) { text, result in
                guard let name = name(text) else { return false }
                result.append(contentsOf: name.utf8)
                return true
            }
        }
    }

    /// The rule of a column that is made of one raw value alone; nil for columns that are made together, or that need
    /// the row's day besides.
    func rule(_ field: EventField.Text) -> TextRule? {
        switch field {
        case .method: TextRule(.method, HTTPMethod.name)
        case .protocol: TextRule(.protocol, HTTPProtocol.name)
        case .host: TextRule(.host, host)
        case .tls: TextRule(.tls, TLSVersion.name)
        case .mime: TextRule(.mime, MIMEType.name)
        case .cache: TextRule(.cache, CacheStatus.name)
        case .language: TextRule(.language, PrimaryLanguage.generalise)
        case .name: TextRule(.event, events.generalise)
        case .element: TextRule(.element, elements.generalise)
        case .screen: TextRule(.screen, screen)
        case .terminal: TextRule(.terminal, names.generalise)
        case .appStatus: TextRule(.appStatus, names.generalise)
        case .platform: TextRule(.platform, PlatformName.name)
        case .appVersion: TextRule(.appVersion, VersionNumber.generalise)
        case .postalArea: TextRule(.postalCode, postalAreas.generalise)
        case .gender: TextRule(.gender, Gender.name)
        case .occupation: TextRule(.occupation, Occupation.name)
        case .address where policy.field(.text(.address))?.rule == .truncate: TextRule(.client, networks.generalise)
        default: nil
        }
    }

    /// A screen of an app: a path as paths are, else words.
    private func screen(_ text: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        text.count > 0 && text[0] == UInt8(ascii: "/")
            ? paths.generalise(text, into: &result) : FreeText.append(text, into: &result)
    }
}
