import TestSupport

@testable import Intake

/// A JSON value of the tests, with the text of every scalar as the scanner shall tell it.
indirect enum RandomJSON {
    case scalar(ScannedJSON.Found)
    case array([RandomJSON])
    case object([(name: String, value: RandomJSON)])

    static let names = [
        "", "a", "b", "ts", "time", "status", "0", "1", "10", "request", "User-Agent", "user-agent", "ünï", "😀", "a\"b",
        "\\", "\n", "12345678", "123456789", "upstream_response_time", "upstream_response_temp",
        "upstream_xesponse_time",
    ]

    /// - Parameter depth: how many containers may lie within each other.
    init(_ random: inout SplitMix64, depth: Int) {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0...3:
            self = .scalar(RandomJSON.scalar(&random))
        case 4:
            self = .array(
                (0..<Int.random(in: 0..<13, using: &random)).map { _ in RandomJSON(&random, depth: depth - 1) })
        default:
            self = RandomJSON.object(&random, depth: depth)
        }
    }

    static func object(_ random: inout SplitMix64, depth: Int) -> RandomJSON {
        let members = (0..<Int.random(in: 0..<8, using: &random)).map { _ in
            (name: names.randomElement(using: &random) ?? "", value: RandomJSON(&random, depth: depth - 1))
        }
        return .object(members)
    }

    private static func scalar(_ random: inout SplitMix64) -> ScannedJSON.Found {
        let numbers = ["0", "-0", "12", "-1.5", "0.001e7", "1E+20", "123456789012345678901234567890", "3e-5"]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return ScannedJSON.Found(0, .number, numbers.randomElement(using: &random) ?? "0")
        case 1: return ScannedJSON.Found(0, .true, "true")
        case 2: return ScannedJSON.Found(0, .false, "false")
        case 3: return ScannedJSON.Found(0, .null, "null")
        default:
            let letters = ["a", "Z", " ", "\"", "\\", "/", "\n", "\u{1}", "é", "한", "😀", "\u{7F}", "\u{FFFF}"]
            let text = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? ""
            }
            return ScannedJSON.Found(0, .string, text.joined())
        }
    }

    /// The value as JSON, with spaces and escapes at random.
    func text(_ random: inout SplitMix64) -> String {
        func space() -> String {
            Int.random(in: 0..<4, using: &random) > 0
                ? "" : [" ", "\t", "\r\n", "  "].randomElement(using: &random) ?? ""
        }
        switch self {
        case .scalar(let found):
            let text = String(decoding: found.bytes, as: UTF8.self)
            return space() + (found.kind == .string ? RandomJSON.quoted(text, &random) : text) + space()
        case .array(let elements):
            return space() + "[" + space() + elements.map { $0.text(&random) }.joined(separator: ",") + "]" + space()
        case .object(let members):
            let texts = members.map { member in
                space() + RandomJSON.quoted(member.name, &random) + space() + ":" + member.value.text(&random)
            }
            return space() + "{" + space() + texts.joined(separator: ",") + "}" + space()
        }
    }

    private static func quoted(_ text: String, _ random: inout SplitMix64) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if Int.random(in: 0..<8, using: &random) == 0 || scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
                if scalar == "\n", Bool.random(using: &random) {
                    result += "\\n"
                    continue
                }
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// What a scan shall tell of the value: the scalars at `wants`, in the order of the text.
    ///
    /// Wants must not ignore case, and no two of them may be the same.
    func expected(_ wants: [KeyPathTable.Want], at path: [String] = []) -> [ScannedJSON.Found] {
        switch self {
        case .scalar(let found):
            return wants.filter { $0.path == path }.map { ScannedJSON.Found($0.id, found.kind, found.bytes) }
        case .array(let elements):
            var result: [ScannedJSON.Found] = []
            var hasScalar = false
            for (index, element) in elements.enumerated() {
                result += element.expected(wants, at: path + [String(index)])
                guard case .scalar(let found) = element, !hasScalar else { continue }
                hasScalar = true
                result += wants.filter { $0.path == path }.map { ScannedJSON.Found($0.id, found.kind, found.bytes) }
            }
            return result
        case .object(let members):
            return members.flatMap { $0.value.expected(wants, at: path + [$0.name]) }
        }
    }
}
