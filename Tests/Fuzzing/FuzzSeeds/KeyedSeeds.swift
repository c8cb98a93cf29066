/// Objects, pairs and labelled values.
enum KeyedSeeds {
    static let json: [(name: String, bytes: [UInt8])] = [
        ("caddy", object(#"{"ts":1.5e9,"request":{"headers":{"user-agent":["curl/8","x"]}},"status":200}"#)),
        ("escapes", object(#"{"ts":"\u00e9\ud83c\udf75\ud83c\n\"\\\/","é":true,"\u00e9":false}"#)),
        ("arrays", object(#"{"a":[[1,{"b":2}],{"b":null}],"b":[],"c":{}}"#)),
        ("numbers", object(#" { "ts" : [ -0.1E-7 , 0 , 1e+2 , 12345678901234567890 ] } "#)),
        ("deep", object(#"{"a":"# + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}")),
        ("long", object(#"{"request":""# + String(repeating: "abcdefgh é ", count: 20) + #""}"#)),
        ("twice", object(#"{"ts":1,"ts":2}"#)), ("wrong", object(#"{"ts":01,}"#)), ("cut", object(#"{"ts":"abc"#)),
    ]

    static let logfmt: [(name: String, bytes: [UInt8])] = [
        ("logfmt", line(0, #"time=2026-03-01T10:00:00Z msg="a \"b\" \u00e9" bare k= é=ü"#)),
        ("commas", line(1, #"User-Name="jane", Acct-Status-Type=Start, Class=a b c,"#)),
        ("radius", line(1 | 8, #"User-Name = "jane", Calling-Station-Id = "00-1B-44-11-3A-B7""#)),
        ("semicolons", line(2 | 4, "mac='00:1b:44:11:3a:b7'; event='it\\'s'; signal=-61")),
        ("apostrophes", line(4, "a='b c' d='' e='f\"g'")), ("wrong", line(0, #"a="b c=d e"f"#)),
        ("ltsv", line(0xC0, "host:198.51.100.7\ttime:[x]\treq:GET / HTTP/1.1\tua:a:b\tempty:")),
        ("ltsv-wrong", line(0xC0, "host\ttime")),
    ]

    private static func object(_ text: String) -> [UInt8] { [20] + Array(text.utf8) }
    private static func line(_ choices: UInt8, _ text: String) -> [UInt8] { [choices] + Array(text.utf8) }
}
