/// Values that are given away by their names.
extension Detectors {
    /// `name=value` where the name says that the value is a secret or belongs to a person, as it turns up in paths
    /// whose `?` was lost and in words that were pasted.
    static func holdsNamedValue(_ text: Span<UInt8>) -> Bool {
        for index in 1..<max(1, text.count - 1) where text[index] == UInt8(ascii: "=") {
            // Neither a comparison nor the end of Base64.
            guard isValue(text[index + 1]), text[index - 1] != UInt8(ascii: "=") else { continue }
            if isTellingName(text, before: index) { return true }
        }
        return false
    }

    private static func isValue(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "=") && byte != UInt8(ascii: "&") && byte != UInt8(ascii: " ")
    }

    /// Whether a telling name ends before `end`; separators within it do not count (`session_id`).
    private static func isTellingName(_ text: Span<UInt8>, before end: Int) -> Bool {
        var hash = HashedWords.seed
        var index = end
        while index > 0, end - index < 24 {
            index -= 1
            let byte = text[index]
            if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") { continue }
            guard ASCII.isLetter(byte) else { return false }
            hash = HashedWords.step(hash, byte | 0x20)
            guard let number = names.find(HashedWords.finish(hash)) else { continue }
            if number < endings.count || index == 0 || !ASCII.isAlphanumeric(text[index - 1]) { return true }
        }
        return false
    }

    /// The names, hashed from their last letter to their first, so that one walk tries every ending.
    private static let names: HashedWords = {
        var names = HashedWords(capacity: 100)
        for name in endings + words { _ = names.insert(HashedWords.hash(name.utf8.reversed())) }
        return names
    }()

    /// Names and ends of names.
    private static let endings = [
        "email", "mail", "token", "session", "sessionid", "sessid", "password", "passwd", "passwort", "passphrase",
        "pwd", "secret", "apikey", "authorization", "credential", "signature", "phone", "mobile", "imei",
        "imsi", "msisdn", "macaddress", "ipaddress", "userid", "memberid", "username", "deviceid", "cookie", "nonce",
    ]
    /// Names that end ordinary words too and count only by themselves.
    private static let words = [
        "sid", "uid", "user", "member", "login", "pass", "pin", "otp", "auth", "key", "sig", "code", "tel", "mac", "ip",
        "ssn", "jwt", "rrn",
    ]
}
