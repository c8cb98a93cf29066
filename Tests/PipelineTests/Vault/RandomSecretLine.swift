import TestSupport

/// Lines of logs with secrets, and what looks like them, in every place.
struct RandomSecretLine {
    let format: String
    let text: String

    private static let values = [
        "abc", "hunter2", "4111111111111111", "4111-1111-1111-1111", "1772323203000003", "900101-1234568", "a%20b",
        "1.2",
        "", "red+shoes", "status", "203.0.113.7",
        "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
        "session=abc; token=def", "Bearer abc", "yahoo", "https://www.google.com/search?q=4111111111111111", "é",
    ]
    private static let names = [
        "password", "token", "code", "session", "q", "utm_source", "utm_campaign", "page", "Authorization",
        "session_id", "x",
        "status_code", "user", "device_id",
    ]

    static func make(_ random: inout SplitMix64) -> RandomSecretLine {
        func value() -> String { values.randomElement(using: &random) ?? "" }
        func name() -> String { names.randomElement(using: &random) ?? "" }
        func pairs(_ joint: String, _ equals: String) -> String {
            (0..<Int.random(in: 0..<4, using: &random)).map { _ in name() + equals + value().filter { $0 != " " } }
                .joined(separator: joint)
        }
        let paths = ["a", "", "password=abc", "4111111111111111.html", "pay-4111111111111111"]
        let target = "/\(paths.randomElement(using: &random) ?? "")?\(pairs("&", "="))"
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            let user = ["-", "jane", "4111111111111111"].randomElement(using: &random) ?? "-"
            return RandomSecretLine(
                format: "combined",
                text: "203.0.113.9 - \(user) [01/Mar/2026:00:00:03 +0000] \"GET \(target) HTTP/1.1\" 200 512"
                    + " \"https://a.example\(target)\" \"\(value())\"\n")
        case 1:
            let members = (0..<3).map { _ in #","\#(name())":"\#(value())""# }.joined()
            return RandomSecretLine(
                format: "json",
                text: #"{"time":"2026-03-01T00:00:03Z","ip":"203.0.113.9","method":"GET","uri":"\#(target)""#
                    + #","status":200\#(members)}"# + "\n")
        default:
            return RandomSecretLine(
                format: "logfmt",
                text:
                    "time=2026-03-01T00:00:03Z ip=203.0.113.9 method=GET uri=\(target) status=200 \(pairs(" ", "="))\n")
        }
    }
}
