/// Names of query parameters whose values identify a person, a device or a click.
///
/// A policy that lists one of them for storing is refused: no detector can tell a short account name from a word.
public enum IdentifyingName {
    private static let names: Set<String> = [
        "account", "auth", "authorization", "card", "cid", "client_id", "clientid", "cookie", "device", "device_id",
        "deviceid", "customer", "dclid", "e-mail", "email", "fbclid", "gbraid", "gclid", "imei", "ip", "jsessionid",
        "key", "login",
        "mac", "mail", "member", "member_id", "mobile", "msclkid", "name", "pass", "password", "phone", "phpsessid",
        "profile",
        "pwd", "secret", "session", "session_id", "sessionid", "sid", "ssn", "tel", "token", "access_token", "ttclid",
        "twclid", "uid", "user", "user_id", "userid", "username", "uuid", "wbraid", "yclid",
    ]

    /// Whether a name, in any case and number, is one of them, also where it is percent-encoded.
    public static func isIdentifying(_ name: Span<UInt8>) -> Bool {
        var decoded: [UInt8] = []
        PercentEncoding.decode(name, plusIsSpace: false, into: &decoded)
        let text = String(decoding: decoded.map(ASCII.lowercased), as: UTF8.self)
        return names.contains(text) || (text.hasSuffix("s") && names.contains(String(text.dropLast())))
    }
}
