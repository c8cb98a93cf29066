/// Makers whose name telephones of old write in front of a model without a gap: `Nokia6230i`, `LGKU580`.
enum HandsetMakers {
    /// Whether a word in front of an agent begins with a maker's name.
    static func begin(_ word: Span<UInt8>) -> Bool {
        isNokia(word) || begins(word, "sonyericsson") || begins(word, "samsung") || begins(word, "motorola")
            || begins(word, "huawei") || begins(word, "sagem") || begins(word, "sharp") || begins(word, "pantech")
            || begins(word, "alcatel") || begins(word, "blackberry") || begins(word, "lge") || begins(word, "lgu")
            || begins(word, "lgk")
    }

    static func isNokia(_ word: Span<UInt8>) -> Bool { begins(word, "nokia") }

    @inline(__always)
    private static func begins(_ text: Span<UInt8>, _ name: StaticString) -> Bool {
        RobotWords.begins(text, name)
    }
}
