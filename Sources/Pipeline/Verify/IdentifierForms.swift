import Foundation
import Intake
import Privacy

/// Everything to search for to find one identifier.
///
/// Case is ignored where letters carry no information, so upper and lower case need no forms of their own.
struct IdentifierForms {
    /// Without duplicates.
    private(set) var forms: [IdentifierForm] = []
    /// What columns of numbers may hold.
    private(set) var numbers: [(notation: LeakNotation, value: Int64)] = []
    private var known: Set<[UInt8]> = []

    /// - Parameter text: the identifier as it was given.
    init(_ text: [UInt8]) {
        let spellings = IdentifierForms.spellings(text)
        for spelling in spellings { addText(spelling) }
        if let address = IPAddress(text.span) {
            add(AddressNotations(address))
        } else {
            addDigits(text)
        }
        if let hexadecimal = HexadecimalIdentifier(text) { add(hexadecimal) }
        addEncodings(of: spellings)
    }

    private mutating func add(_ notation: LeakNotation, _ bytes: [UInt8], ignoringCase: Bool = true) {
        let form = IdentifierForm(notation: notation, bytes: bytes, ignoresCase: ignoringCase)
        guard form.isTelling, known.insert(ignoringCase ? TextEncodings.lowercased(bytes) : bytes).inserted else {
            return
        }
        forms.append(form)
    }

    private mutating func addText(_ text: [UInt8]) {
        add(.text, text)
        for form in TextEncodings.percentEncoded(text) { add(.percentEncoded, form) }
        for form in TextEncodings.jsonEscaped(text) { add(.jsonEscaped, form) }
        for form in TextEncodings.htmlEscaped(text) { add(.htmlEscaped, form) }
        guard text.contains(where: { $0 >= 0x80 }) else { return }
        for encoding in LegacyEncoding.allCases {
            guard let bytes = encoding.encode(text) else { continue }
            add(.legacyText, bytes)
            for form in TextEncodings.percentEncoded(bytes) { add(.legacyText, form) }
        }
    }

    /// A telephone or card number is known by its digits.
    private mutating func addDigits(_ text: [UInt8]) {
        guard let digits = TextEncodings.digits(text) else { return }
        add(.digits, digits)
        if let number = Int64(String(decoding: digits, as: UTF8.self)) { numbers.append((.digits, number)) }
    }

    private mutating func add(_ address: AddressNotations) {
        for text in address.texts { add(.addressText, Array(text.utf8)) }
        for number in address.numbers {
            add(.addressNumber, Array(String(number).utf8))
            numbers.append((.addressNumber, Int64(number)))
            // A column of 32 bits has no room for the sign.
            numbers.append((.addressNumber, Int64(Int32(bitPattern: number))))
        }
        add(.reverseName, Array(address.reverseName.utf8))
        for bytes in address.byteForms {
            add(.addressBytes, bytes, ignoringCase: false)
            add(.addressHexadecimal, TextEncodings.hexadecimal(bytes))
        }
    }

    private mutating func add(_ identifier: HexadecimalIdentifier) {
        let (text, bytes): (LeakNotation, LeakNotation) =
            identifier.isUUID ? (.uuidText, .uuidBytes) : (.hardwareText, .hardwareBytes)
        for form in identifier.texts { add(text, form) }
        for form in identifier.byteForms { add(bytes, form, ignoringCase: false) }
    }

    private mutating func addEncodings(of spellings: [[UInt8]]) {
        for text in spellings {
            for form in TextEncodings.base64Cores(text) { add(.base64, form, ignoringCase: false) }
            add(.hexadecimal, TextEncodings.hexadecimal(text))
            for form in TextEncodings.utf16(text) { add(.utf16, form) }
            for algorithm in KeylessDigest.allCases {
                let digest = algorithm.digest(of: text)
                let notation = algorithm.notation
                add(notation, digest, ignoringCase: false)
                add(notation, TextEncodings.hexadecimal(digest))
                add(notation, TextEncodings.base64Cores(digest)[0], ignoringCase: false)
            }
        }
    }

    /// The text as it was given, in lower and in upper case, and all of them composed and decomposed (NFC and NFD, UAX
    /// #15), each once.
    private static func spellings(_ text: [UInt8]) -> [[UInt8]] {
        let decoded = String(decoding: text, as: UTF8.self)
        // Bytes that are no UTF-8 have no other spelling.
        guard decoded.utf8.elementsEqual(text), text.contains(where: isLetter) else { return [text] }
        var spellings: [[UInt8]] = []
        for cased in [decoded, decoded.lowercased(), decoded.uppercased()] {
            let normal = [
                cased, cased.precomposedStringWithCanonicalMapping, cased.decomposedStringWithCanonicalMapping,
            ]
            for spelling in normal.map({ Array($0.utf8) }) where !spellings.contains(spelling) {
                spellings.append(spelling)
            }
        }
        return spellings
    }

    /// Whether a byte is an ASCII letter, or part of another character.
    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }
}

extension KeylessDigest {
    fileprivate var notation: LeakNotation {
        switch self {
        case .md5: .md5
        case .sha1: .sha1
        case .sha256: .sha256
        }
    }
}
