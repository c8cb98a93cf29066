import Foundation

/// Checks a JSON value against the part of JSON Schema (draft 2020-12) that `samples/report.schema.json` uses.
///
/// A keyword that it does not know is a fault of the schema, so that nothing is silently left unchecked.
struct JSONSchema {
    private let root: [String: Any]

    init(_ root: [String: Any]) {
        self.root = root
    }

    static func report() throws -> JSONSchema {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("samples/report.schema.json"))
        return JSONSchema(try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:])
    }

    /// What is wrong with a value, each with its place.
    func faults(in value: Any) -> [String] { faults(value, root, "$") }

    private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        schema.flatMap { keyword, rule in faults(value, keyword, rule, schema, place) }
    }

    private func faults(_ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: String)
        -> [String]
    {
        switch keyword {
        case "$schema", "$id", "title", "description", "$defs": return []
        case "$ref":
            let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
            let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
            return definitions[name].map { faults(value, $0, place) } ?? ["\(place): no definition \(name)"]
        case "type":
            let types = rule as? [String] ?? [rule as? String ?? ""]
            return types.contains { JSONSchema.has(value, $0) } ? [] : ["\(place): no \(types)"]
        case "const": return JSONSchema.equal(value, rule) ? [] : ["\(place): not \(rule)"]
        case "enum":
            return (rule as? [Any] ?? []).contains { JSONSchema.equal(value, $0) } ? [] : ["\(place): not listed"]
        case "required":
            let names = (value as? [String: Any])?.keys
            return (rule as? [String] ?? []).filter { names?.contains($0) == false }.map { "\(place): lacks \($0)" }
        case "properties":
            let members = value as? [String: Any] ?? [:]
            return (rule as? [String: [String: Any]] ?? [:]).flatMap { name, inner in
                members[name].map { faults($0, inner, "\(place).\(name)") } ?? []
            }
        case "additionalProperties":
            let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
            let others = (value as? [String: Any] ?? [:]).filter { !known.contains($0.key) }
            if rule as? Bool == false { return others.keys.map { "\(place): unknown \($0)" } }
            return others.flatMap { faults($0.value, rule as? [String: Any] ?? [:], "\(place).\($0.key)") }
        case "items":
            return (value as? [Any] ?? []).enumerated().flatMap {
                faults($0.element, rule as? [String: Any] ?? [:], "\(place)[\($0.offset)]")
            }
        case "anyOf":
            let all = (rule as? [[String: Any]] ?? []).map { faults(value, $0, place) }
            return all.contains { $0.isEmpty } ? [] : all.first ?? []
        case "pattern":
            guard let text = value as? String, let pattern = rule as? String else { return [] }
            return text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(place): not \(pattern)"]
        case "minimum":
            guard let number = value as? NSNumber, let least = rule as? NSNumber else { return [] }
            return number.int64Value >= least.int64Value ? [] : ["\(place): below \(least)"]
        case "minItems", "maxItems":
            let count = (value as? [Any])?.count
            let bound = (rule as? NSNumber)?.intValue ?? 0
            return count.map { keyword == "minItems" ? $0 >= bound : $0 <= bound } ?? true
                ? [] : ["\(place): \(keyword)"]
        default: return ["the schema uses \(keyword)"]
        }
    }

    private static func has(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        case "boolean": isBoolean(value)
        case "integer":
            (value as? NSNumber).map { !isBoolean(value) && "\($0)".allSatisfy { !".e".contains($0) } } ?? false
        default: false
        }
    }

    private static func isBoolean(_ value: Any) -> Bool {
        (value as? NSNumber).map { unsafe String(cString: $0.objCType) == "c" } ?? false
    }

    private static func equal(_ left: Any, _ right: Any) -> Bool {
        (left as? NSObject).map { $0.isEqual(right) } ?? false
    }
}
