import Foundation

/// A text in the forms in which an identifier could be recognised in it.
struct Notations {
    /// As it is and percent-decoded once and twice, in lower case.
    private let plain: [String]
    /// The same without separators, look-alikes of ASCII folded.
    private let bare: [String]

    init(_ text: String) {
        let once = text.removingPercentEncoding ?? text
        let twice = once.removingPercentEncoding ?? once
        plain = [text, once, twice].map { $0.lowercased() }
        bare = plain.map { form in
            form.precomposedStringWithCompatibilityMapping.filter { $0.isLetter || $0.isNumber }
        }
    }

    /// Whether any form of `identifier` lies in any form of this text.
    func hold(_ identifier: Notations) -> Bool {
        plain.contains { text in identifier.plain.contains { text.contains($0) } }
            // Few characters without their separators are in many texts.
            || bare.contains { text in identifier.bare.contains { $0.count >= 6 && text.contains($0) } }
    }
}
