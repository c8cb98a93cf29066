import Pipeline
import Testing

/// An identifier, and bytes in which it stands in some notation.
///
/// The bytes were made with Python's `ipaddress`, `base64`, `hashlib`, `uuid`, `urllib`, `unicodedata`, `json`, `html`
/// and codecs.
struct PlantedForm: Sendable, CustomTestStringConvertible {
    let identifier: String
    let notation: LeakNotation
    let bytes: [UInt8]

    init(_ identifier: String, _ notation: LeakNotation, _ text: String) {
        self.init(identifier, notation, bytes: Array(text.utf8))
    }

    init(_ identifier: String, _ notation: LeakNotation, bytes: [UInt8]) {
        self.identifier = identifier
        self.notation = notation
        self.bytes = bytes
    }

    init(_ identifier: String, _ notation: LeakNotation, hexadecimal: String) {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        self.init(
            identifier, notation,
            bytes: stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    var testDescription: String { "\(identifier) as \(notation)" }

    static let all = [
        PlantedForm("203.0.113.9", .text, "203.0.113.9"),
        PlantedForm("203.0.113.9", .text, "::ffff:203.0.113.9"),
        PlantedForm("203.0.113.9", .addressText, "203.000.113.009"),
        PlantedForm("203.0.113.9", .addressText, "::ffff:cb00:7109"),
        PlantedForm("203.0.113.9", .addressText, "0000:0000:0000:0000:0000:FFFF:CB00:7109"),
        PlantedForm("203.0.113.9", .addressText, "CB:00:71:09"),
        PlantedForm("203.0.113.9", .addressNumber, "3405803785"),
        PlantedForm("203.0.113.9", .addressNumber, "158400715"),
        PlantedForm("203.0.113.9", .addressHexadecimal, "0xcb007109"),
        PlantedForm("203.0.113.9", .addressHexadecimal, "CB007109"),
        PlantedForm("203.0.113.9", .addressHexadecimal, "097100cb"),
        PlantedForm("203.0.113.9", .addressBytes, hexadecimal: "cb007109"),
        PlantedForm("203.0.113.9", .addressBytes, hexadecimal: "097100cb"),
        PlantedForm("203.0.113.9", .addressBytes, hexadecimal: "00000000000000000000ffffcb007109"),
        PlantedForm("203.0.113.9", .reverseName, "9.113.0.203.in-addr.arpa"),
        PlantedForm("203.0.113.9", .reverseName, "9.113.0.203.IN-ADDR.ARPA"),
        PlantedForm("203.0.113.9", .percentEncoded, "203%2E0%2E113%2e9"),
        PlantedForm("2001:db8:0:17::9:a", .text, "2001:DB8:0:17::9:A"),
        PlantedForm("2001:DB8::9:A:0:1", .addressText, "2001:db8:0:0:9:a:0:1"),
        PlantedForm("2001:db8:0:17::9:a", .addressText, "2001:db8:0:17:0:0:9:a"),
        PlantedForm("2001:db8:0:17::9:a", .addressText, "2001:0db8:0000:0017:0000:0000:0009:000a"),
        PlantedForm("2001:db8:0:17::9:a", .addressText, "2001:0DB8:0000:0017:0000:0000:0009:000A"),
        PlantedForm("2001:0db8:0000:0017:0:0:9:a", .addressText, "2001:db8:0:17::9:a"),
        PlantedForm("2001:db8:0:17::9:a", .addressText, "2001:db8:0:17::0.9.0.10"),
        PlantedForm("2001:db8:0:17::9:a", .addressHexadecimal, "20010db800000017000000000009000a"),
        PlantedForm("2001:db8:0:17::9:a", .addressBytes, hexadecimal: "20010db800000017000000000009000a"),
        PlantedForm("2001:db8:0:17::9:a", .addressBytes, hexadecimal: "0a0009000000000017000000b80d0120"),
        PlantedForm(
            "2001:db8:0:17::9:a", .reverseName,
            "a.0.0.0.9.0.0.0.0.0.0.0.0.0.0.0.7.1.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"),
        PlantedForm("2001:db8:0:17::9:a", .percentEncoded, "2001%3Adb8%3a0%3A17%3A%3A9%3Aa"),
        PlantedForm("00:00:5E:00:53:AF", .text, "00:00:5e:00:53:af"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareText, "00-00-5e-00-53-af"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareText, "0000.5e00.53af"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareText, "00005E0053AF"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareText, "00.00.5e.00.53.AF"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareText, "0000:5e00:53af"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareText, "0000-5e00-53af"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareBytes, hexadecimal: "00005e0053af"),
        PlantedForm("00:00:5E:00:53:AF", .hardwareBytes, hexadecimal: "af53005e0000"),
        PlantedForm("0000.5e00.53af", .hardwareText, "00:00:5E:00:53:AF"),
        PlantedForm("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", .text, "{F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6}"),
        PlantedForm("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", .uuidText, "f81d4fae7dec11d0a76500a0c91e6bf6"),
        PlantedForm("F81D4FAE7DEC11D0A76500A0C91E6BF6", .uuidText, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        PlantedForm("{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", .uuidText, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        PlantedForm(
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", .uuidBytes, hexadecimal: "f81d4fae7dec11d0a76500a0c91e6bf6"),
        PlantedForm(
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", .uuidBytes, hexadecimal: "ae4f1df8ec7dd011a76500a0c91e6bf6"),
        PlantedForm(
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", .uuidBytes, hexadecimal: "f66b1ec9a00065a7d011ec7dae4f1df8"),
        PlantedForm("Anna.Lee+news@example.com", .text, "anna.lee+news@example.com"),
        PlantedForm("Anna.Lee+news@example.com", .text, "ANNA.LEE+NEWS@EXAMPLE.COM"),
        PlantedForm("Anna.Lee+news@example.com", .percentEncoded, "Anna.Lee%2Bnews%40example.com"),
        PlantedForm("Anna.Lee+news@example.com", .percentEncoded, "anna.lee%2bnews%40example.com"),
        PlantedForm("Anna.Lee+news@example.com", .percentEncoded, "Anna.Lee%2Bnews%40example.com"),
        PlantedForm("Anna.Lee+news@example.com", .percentEncoded, "Anna.Lee%252Bnews%2540example.com"),
        PlantedForm(
            "Anna.Lee+news@example.com", .percentEncoded,
            "%41%6e%6e%61%2e%4c%65%65%2b%6e%65%77%73%40%65%78%61%6d%70%6c%65%2e%63%6f%6d"),
        PlantedForm("Anna.Lee+news@example.com", .base64, "QW5uYS5MZWUrbmV3c0BleGFtcGxlLmNvbS90YWls"),
        PlantedForm("Anna.Lee+news@example.com", .base64, "eEFubmEuTGVlK25ld3NAZXhhbXBsZS5jb20vdGFpbA=="),
        PlantedForm("Anna.Lee+news@example.com", .base64, "eHlBbm5hLkxlZStuZXdzQGV4YW1wbGUuY29tL3RhaWw="),
        PlantedForm("Anna.Lee+news@example.com", .base64, "eHl6QW5uYS5MZWUrbmV3c0BleGFtcGxlLmNvbS90YWls"),
        PlantedForm("Anna.Lee+news@example.com", .base64, "YW5uYS5sZWUrbmV3c0BleGFtcGxlLmNvbQ=="),
        PlantedForm("k~~?>>id?~8", .base64, "YWJrfn4_Pj5pZD9-OA=="),
        PlantedForm("k~~?>>id?~8", .base64, "YWt+fj8+PmlkP344"),
        PlantedForm("Anna.Lee+news@example.com", .hexadecimal, "416e6e612e4c65652b6e657773406578616d706c652e636f6d"),
        PlantedForm("Anna.Lee+news@example.com", .hexadecimal, "616E6E612E6C65652B6E657773406578616D706C652E636F6D"),
        PlantedForm(
            "Anna.Lee+news@example.com", .utf16,
            hexadecimal:
                "41006e006e0061002e004c00650065002b006e0065007700730040006500780061006d0070006c0065002e0063006f006d00"),
        PlantedForm(
            "Anna.Lee+news@example.com", .utf16,
            hexadecimal:
                "0041004e004e0041002e004c00450045002b004e0045005700530040004500580041004d0050004c0045002e0043004f004d"),
        PlantedForm("Anna.Lee+news@example.com", .md5, "35b43e0f81b1711771b634a02ef3d40d"),
        PlantedForm("Anna.Lee+news@example.com", .md5, "e4a4fd76cec7127bb72c8a9d8af9c8f0"),
        PlantedForm("Anna.Lee+news@example.com", .md5, "35B43E0F81B1711771B634A02EF3D40D"),
        PlantedForm("Anna.Lee+news@example.com", .md5, hexadecimal: "35b43e0f81b1711771b634a02ef3d40d"),
        PlantedForm("Anna.Lee+news@example.com", .md5, "NbQ+D4GxcRdxtjSgLvPUDQ=="),
        PlantedForm("203.0.113.9", .md5, "8226d05ff811db619a466d17b0b2d1bb"),
        PlantedForm("Anna.Lee+news@example.com", .sha1, "b29b22208ab9b6db24ea2d7b4cca917b4622f104"),
        PlantedForm("Anna.Lee+news@example.com", .sha1, "808292ce40fd4056cda5bc02b69279f44918eb18"),
        PlantedForm("Anna.Lee+news@example.com", .sha1, "B29B22208AB9B6DB24EA2D7B4CCA917B4622F104"),
        PlantedForm("Anna.Lee+news@example.com", .sha1, hexadecimal: "b29b22208ab9b6db24ea2d7b4cca917b4622f104"),
        PlantedForm("Anna.Lee+news@example.com", .sha1, "spsiIIq5ttsk6i17TMqRe0Yi8QQ="),
        PlantedForm("203.0.113.9", .sha1, "a7cd483b603362ea1fa39d12686e7d8e7aecec65"),
        PlantedForm(
            "Anna.Lee+news@example.com", .sha256, "64353d3424d83ad36c9a4cd923c56aa7d9e0932a5472b3d8932701c107a16354"),
        PlantedForm(
            "Anna.Lee+news@example.com", .sha256, "864e6f6f9662c3b6b9aec2b842f872d69eb915f780a5bda0caf76800b46db4a8"),
        PlantedForm(
            "Anna.Lee+news@example.com", .sha256, "64353D3424D83AD36C9A4CD923C56AA7D9E0932A5472B3D8932701C107A16354"),
        PlantedForm(
            "Anna.Lee+news@example.com", .sha256,
            hexadecimal: "64353d3424d83ad36c9a4cd923c56aa7d9e0932a5472b3d8932701c107a16354"),
        PlantedForm("Anna.Lee+news@example.com", .sha256, "ZDU9NCTYOtNsmkzZI8Vqp9ngkypUcrPYkycBwQehY1Q="),
        PlantedForm("203.0.113.9", .sha256, "d861b7e91033ebc1c1e8e7af3929010158b3241b54ca87ef73e79c32f26400ec"),
        PlantedForm("José García", .text, "JOSÉ GARCÍA"),
        PlantedForm("José García", .percentEncoded, "Jos%C3%A9%20Garc%C3%ADa"),
        PlantedForm("José García", .percentEncoded, "Jos%c3%a9+Garc%c3%ada"),
        PlantedForm("José García", .text, "Jose\u{301} Garci\u{301}a"),
        PlantedForm("Jose\u{301} Garci\u{301}a", .text, "José García"),
        PlantedForm("José García", .text, "jose\u{301} garci\u{301}a"),
        PlantedForm("홍길동", .text, "\u{1112}\u{1169}\u{11BC}\u{1100}\u{1175}\u{11AF}\u{1103}\u{1169}\u{11BC}"),
        PlantedForm("José García", .percentEncoded, "jose%CC%81%20garci%CC%81a"),
        PlantedForm("José García", .jsonEscaped, #"Jos\u00e9 Garc\u00EDa"#),
        PlantedForm("JOSÉ GARCÍA", .jsonEscaped, #"jos\u00e9 garc\u00eda"#),
        PlantedForm("José García", .jsonEscaped, #"Jos\\u00e9 Garc\\u00eda"#),
        PlantedForm("홍길동", .jsonEscaped, #"\ud64d\uae38\ub3d9"#),
        PlantedForm("anna😀lee", .jsonEscaped, #"anna\ud83d\ude00lee"#),
        PlantedForm(#"k/a"b\c@d.example"#, .jsonEscaped, #"k/a\"b\\c@d.example"#),
        PlantedForm(#"k/a"b\c@d.example"#, .jsonEscaped, #"k\/a\"b\\c@d.example"#),
        PlantedForm(#"k/a"b\c@d.example"#, .jsonEscaped, #"k\/a\u0022b\\c\u0040d.example"#),
        PlantedForm("Anna.Lee+news@example.com", .jsonEscaped, #"Anna.Lee+news\u0040example.com"#),
        PlantedForm("Anna.Lee+news@example.com", .jsonEscaped, #"anna.lee\u002Bnews\u0040example.com"#),
        PlantedForm(
            "bob@x.example", .jsonEscaped,
            (#"\u0062\u006f\u0062\u0040\u0078\u002e\u0065\u0078\u0061"#
                + #"\u006d\u0070\u006c\u0065"#)),
        PlantedForm("O'Brien & Söhne", .htmlEscaped, "O'Brien &amp; Söhne"),
        PlantedForm("O'Brien & Söhne", .htmlEscaped, "O&#x27;Brien &amp; Söhne"),
        PlantedForm("O'Brien & Söhne", .htmlEscaped, "O&#039;Brien &amp; Söhne"),
        PlantedForm("O'Brien & Söhne", .htmlEscaped, "O&#39;Brien &#38; S&#246;hne"),
        PlantedForm("홍길동", .htmlEscaped, "&#54861;&#44600;&#46041;"),
        PlantedForm("홍길동", .htmlEscaped, "&#xD64D;&#xAE38;&#xB3D9;"),
        PlantedForm(#"k<a"b>@d.example"#, .htmlEscaped, "k&lt;a&quot;b&gt;@d.example"),
        PlantedForm("Anna.Lee+news@example.com", .htmlEscaped, "anna.lee+news&#64;example.com"),
        PlantedForm("Anna.Lee+news@example.com", .htmlEscaped, "anna.lee&#x2B;news&#x40;example.com"),
        PlantedForm(
            "bob@x.example", .htmlEscaped,
            "&#098;&#111;&#098;&#064;&#120;&#046;&#101;&#120;&#097;&#109;&#112;&#108;&#101;"),
        PlantedForm("홍길동 검색", .legacyText, hexadecimal: "c8abb1e6b5bf20b0cbbbf6"),
        PlantedForm("홍길동 검색", .legacyText, "%C8%AB%B1%E6%B5%BF+%B0%CB%BB%F6"),
        PlantedForm("똠방각하", .legacyText, hexadecimal: "8c63b9e6b0a2c7cf"),
        PlantedForm("山田 太郎", .legacyText, hexadecimal: "bbb3c5c420c2c0cfba"),
        PlantedForm("山田 太郎", .legacyText, "%BB%B3%C5%C4%20%C2%C0%CF%BA"),
        PlantedForm("山田 太郎", .legacyText, hexadecimal: "8e5293632091be9859"),
        PlantedForm("山田 太郎", .legacyText, "%8ER%93c+%91%BE%98Y"),
        PlantedForm("José García", .legacyText, hexadecimal: "4a6f73e92047617263ed61"),
        PlantedForm("José García", .legacyText, "jos%e9%20garc%eda"),
        PlantedForm("+82 10-1234-5678", .digits, "tel:821012345678"),
    ]
}
