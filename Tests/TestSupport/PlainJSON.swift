/// A slow and plain reading of the grammar of RFC 8259, to compare the scanner with.
public struct PlainJSON {
    private let bytes: [UInt8]
    private var position = 0

    /// Whether `bytes` are an object whose containers are nested at most `depth` deep.
    public static func isObject(_ bytes: [UInt8], depth: Int) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        var text = PlainJSON(bytes: bytes)
        text.space()
        guard text.next == "{", text.value(depth) else { return false }
        text.space()
        return text.position == bytes.count
    }

    private var next: Character? {
        position < bytes.count ? Character(UnicodeScalar(bytes[position])) : nil
    }

    private mutating func take(_ characters: String) -> Bool {
        guard let next, characters.contains(next) else { return false }
        position += 1
        return true
    }

    private mutating func space() {
        while take(" ") || take("\t") || take("\n") || take("\r") {}
    }

    private mutating func value(_ depth: Int) -> Bool {
        space()
        switch next {
        case "{": return depth > 0 && container("{", "}") { $0.member(depth - 1) }
        case "[": return depth > 0 && container("[", "]") { $0.value(depth - 1) }
        case "\"": return string()
        case "t": return word("true")
        case "f": return word("false")
        case "n": return word("null")
        default: return number()
        }
    }

    private mutating func container(_ open: String, _ close: String, _ item: (inout PlainJSON) -> Bool) -> Bool {
        guard take(open) else { return false }
        space()
        if take(close) { return true }
        repeat {
            guard item(&self) else { return false }
            space()
        } while take(",")
        return take(close)
    }

    private mutating func member(_ depth: Int) -> Bool {
        space()
        guard string() else { return false }
        space()
        return take(":") && value(depth)
    }

    private mutating func word(_ text: String) -> Bool {
        text.allSatisfy { take(String($0)) }
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let byte = next, byte != "\"" {
            if byte < " " { return false }
            position += 1
            if byte != "\\" { continue }
            if take("u") {
                for _ in 0..<4 where !take("0123456789abcdefABCDEF") { return false }
            } else if !take("\"\\/bfnrt") {
                return false
            }
        }
        return take("\"")
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0") {
            guard digits() else { return false }
        }
        if take(".") {
            guard digits() else { return false }
        }
        if take("eE") {
            _ = take("+-")
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        guard take("0123456789") else { return false }
        while take("0123456789") {}
        return true
    }
}
