import Foundation
import Intake
import TestSupport
import Testing

@testable import Pipeline

@Suite("footfall.yaml")
struct SettingsFileTests {
    private static func settings(_ text: String) throws -> Settings {
        try SettingsFile.settings(Array(text.utf8), path: "footfall.yaml")
    }

    private static func block(_ text: String) -> AddressBlock? { AddressBlock(Array(text.utf8).span) }

    /// What the person reads about a file that is refused.
    private static func complaint(_ bytes: [UInt8]) -> String? {
        do throws(SettingsMistake) {
            _ = try SettingsFile.settings(bytes, path: "footfall.yaml")
            return nil
        } catch {
            let error = error.error(in: "footfall.yaml")
            return error.kind == .configuration ? error.message : nil
        }
    }

    @Test(
        "A file that says nothing leaves the defaults",
        arguments: ["", "\n", "# a comment", "---", "{}", "~", "follow:", "sources:", "format: auto", "\u{FEFF}"])
    func defaults(text: String) throws {
        #expect(try Self.settings(text) == Settings())
    }

    @Test("Every setting is read")
    func everything() throws {
        let settings = try Self.settings(
            """
            format: combined
            trusted_proxies: [10.0.0.0/8, "2001:db8::/32"]
            inputs:
            - /var/log/nginx/access.log
            - "/var/log/apache2/*.log"
            sources:
              shop: {format: common, max_line_bytes: 4096}
              /var/log/nginx/access.log:
                trusted_proxies: []
            timezone: Asia/Seoul
            max_line_bytes: 64KiB
            max_reject_rate: 2.5
            commit_interval: 2m
            follow:
              poll_interval: 1 s
            """)
        #expect(try settings.format == FormatSetting("combined"))
        #expect(settings.trustedProxies == ["10.0.0.0/8", "2001:db8::/32"].compactMap(Self.block))
        #expect(settings.inputs == ["/var/log/nginx/access.log", "/var/log/apache2/*.log"])
        #expect(settings.timeZone?.name == "Asia/Seoul")
        #expect(settings.maximumLineBytes == 65_536)
        #expect(settings.maximumRejectRate == 2.5)
        #expect(settings.commitInterval == 120_000)
        #expect(settings.pollInterval == 1000)
        #expect(settings.format(ofSource: "shop").name == "common")
        #expect(settings.format(ofSource: "stdin").name == "combined")
        let shop = settings.lineOptions(ofSource: "shop", latest: 5, zone: .utc)
        #expect(shop.maximumLineBytes == 4096 && shop.trustedProxies == settings.trustedProxies && shop.latest == 5)
        let nginx = settings.lineOptions(ofSource: "/var/log/nginx/access.log", latest: 5, zone: .utc)
        #expect(nginx.maximumLineBytes == 65_536 && nginx.trustedProxies.isEmpty)
    }

    @Test("The commented default file is the defaults, as it stands and with its settings uncommented")
    func template() throws {
        let text = SettingsTemplate.text
        #expect(try Self.settings(text) == Settings())
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let places = lines.indices.filter { lines[$0].contains(/^ *#[a-z]/) }
        func uncommented(_ places: [Int]) -> String {
            lines.enumerated().map {
                places.contains($0.offset) ? $0.element.replacing("#", with: "", maxReplacements: 1) : $0.element
            }
            .joined(separator: "\n")
        }
        #expect(try Self.settings(uncommented(places)) == Settings())
        for place in places { #expect(try Self.settings(uncommented([place])) == Settings()) }
        let names = Settings.keys.flatMap { $0.members.isEmpty ? [$0.name] : $0.members.map(\.name) }
        let written = places.compactMap { lines[$0].split(separator: ":").first?.drop { " #".contains($0) } }
        #expect(written.map(String.init) == names)
        #expect(lines.allSatisfy { $0.count <= 120 && !$0.hasSuffix(" ") })
    }

    @Test(
        "A mistake is told by file, line and column, with what to write instead",
        arguments: [
            ("trusted_proxys: []", "1:1: There is no setting of that name. Did you mean trusted_proxies?"),
            ("Commit-Interval: 1s", "1:1: There is no setting of that name. Did you mean commit_interval?"),
            (
                "format: auto\ncolour: red",
                "2:1: There is no setting of that name. The settings here are format, trusted_proxies, inputs, sources,"
                    + " timezone, max_line_bytes, max_reject_rate, commit_interval, follow."
            ),
            ("follow:\n  pol_interval: 1s", "2:3: There is no setting of that name. Did you mean poll_interval?"),
            ("follow: 5", "1:9: follow takes settings of its own: poll_interval."),
            ("[format]", "1:1: The file takes settings of its own: "),
            ("? [a]\n: b", "1:3: The name of a setting is a single word."),
            ("format:", "1:8: format has no value. It takes one such as combined."),
            ("format: [combined]", "1:9: format takes a single value, such as combined."),
            (
                "format: combind",
                "1:9: There is no format of that name. Did you mean combined? `footfall ingest --list-formats` lists them."
            ),
            ("commit_interval: 10", "1:18: commit_interval takes a whole number with ms, s, m or h, such as 10s."),
            ("commit_interval: 1.5s", "1:18: commit_interval takes a whole number with ms, s, m or h, such as 10s."),
            ("commit_interval: -1s", "1:18: commit_interval takes a whole number with ms, s, m or h, such as 10s."),
            (
                "commit_interval: 99999999999999999h",
                "1:18: commit_interval takes a whole number with ms, s, m or h, such as 10s."
            ),
            ("commit_interval: 1ms", "1:18: commit_interval lies between 100ms and 1h."),
            ("follow: {poll_interval: 2h}", "1:25: poll_interval lies between 50ms and 1h."),
            ("max_line_bytes: 1TB", "1:17: max_line_bytes takes a whole number with B, KiB, MiB or GiB, such as 1MiB."),
            ("max_line_bytes: 1GiB", "1:17: max_line_bytes lies between 1KiB and 64MiB."),
            ("max_reject_rate: 101", "1:18: max_reject_rate takes a percentage from 0 to 100, such as 5."),
            ("max_reject_rate: nan", "1:18: max_reject_rate takes a percentage from 0 to 100, such as 5."),
            ("max_reject_rate: no", "1:18: max_reject_rate takes a percentage from 0 to 100, such as 5."),
            (
                "timezone: Mars/Olympus",
                "1:11: timezone takes a zone of the IANA list, such as Europe/Berlin, or an offset such as \"+09:00\"."
            ),
            (
                "trusted_proxies: 10.0.0.0/8",
                "1:18: trusted_proxies takes a list, such as [10.0.0.0/8, 192.0.2.7]."
            ),
            (
                "trusted_proxies:\n- 10.0.0.0/8\n- 10.0.0.0/33",
                "3:3: This is no address and no block of addresses such as 10.0.0.0/8."
            ),
            (
                "trusted_proxies: [[10.0.0.0/8]]",
                "1:19: trusted_proxies takes a list of single values, such as [10.0.0.0/8, 192.0.2.7]."
            ),
            ("inputs: [access.log]", "1:10: A path here begins with /, since runs begin in any folder."),
            ("sources: [shop]", "1:10: sources takes names of sources, each with settings of its own."),
            (
                "sources: {shop: common}",
                "1:17: A source takes settings of its own: format, trusted_proxies, max_line_bytes."
            ),
            ("sources: {shop: {timezone: UTC}}", "1:18: There is no setting of that name. The settings here are "),
            ("sources:\n  shop:\n    formt: common", "3:5: There is no setting of that name. Did you mean format?"),
            ("format: auto\nformat: auto", "1:1: This stands here more than once."),
            ("format: auto\n\tinputs: []", "2:1: This is not YAML: found a tab character that violates indentation."),
            ("inputs: [", "2:1: This is not YAML: did not find expected node content."),
            ("format: &a auto", "1:9: Anchors and aliases have no place here."),
            ("sources: {a: &x {}, b: *x}", "1:14: Anchors and aliases have no place here."),
            ("format: *a", "1:9: This is not YAML: found undefined alias."),
            ("--- {}\n--- {}", "2:1: This is not YAML: but found another document."),
            ("format: auto\n# \u{1B}[31m", "2:3: There is a control character here."),
            ("# é\u{0}", "1:4: There is a control character here."),
        ])
    func mistakes(text: String, expected: String) throws {
        let complaint = try #require(Self.complaint(Array((text + "\n").utf8)))
        #expect(complaint.hasPrefix("footfall.yaml:\(expected)"))
        #expect(!complaint.contains("yaml_") && !complaint.contains("\u{1B}"))
    }

    @Test("Bytes that are not UTF-8 are refused where they stand")
    func invalidBytes() {
        #expect(
            Self.complaint(Array("format: auto\n# é".utf8) + [0xFF, 10])
                == "footfall.yaml:2:4: There are bytes here that are not UTF-8.")
        #expect(Self.complaint([0xFF, 0xFE, 0x66, 0x00])?.hasPrefix("footfall.yaml:1:1:") == true)
    }

    @Test("A file that is made to hurt is refused, not expanded")
    func hostile() throws {
        func complaint(_ text: String) -> String? { Self.complaint(Array(text.utf8)) }
        let tooDeep = "This is nested too deeply."
        for text in [
            String(repeating: "[", count: 500_000), String(repeating: "{a: ", count: 200_000),
            String(repeating: "- ", count: 500_000), String(repeating: "? ", count: 500_000),
            (0..<1400).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            "inputs: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
        ] {
            #expect(complaint(text)?.hasSuffix(tooDeep) == true)
        }
        let bomb = (0..<30).map { "a\($0): &a\($0) [\($0 == 0 ? "x" : "*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)")]\n" }
            .joined()
        #expect(complaint(bomb)?.hasSuffix("Anchors and aliases have no place here.") == true)
        let small = (0..<9).map { "a\($0): &a\($0) [\($0 == 0 ? "x" : "*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)")]\n" }
            .joined()
        #expect(complaint(small)?.hasSuffix("Anchors and aliases have no place here.") == true)
        #expect(
            complaint("inputs:\n" + String(repeating: "- /a\n", count: 60_000))?.hasSuffix("There are too many values.")
                == true)
        #expect(
            complaint("# " + String(repeating: "x", count: 1 << 20))?.hasSuffix("The file is larger than 1 MiB.")
                == true)
        #expect(complaint("# " + String(repeating: "x", count: 1_000_000)) == nil)
    }

    @Test("No bytes make the reading fail in another way")
    func anyBytes() {
        var random = SplitMix64(seed: 1122)
        let pieces = [
            "format", "follow", ":", ": ", "- ", "\n", "  ", "[", "]", "{", "}", "\"", "'", "|", ">", "&a", "*a",
            "!!str", "#", "~",
            "? ", "%YAML 1.1", "---", "...", "é", "\t", "10s", ",", "<<", "\\", "\r\n", "@", "`",
        ]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            let bytes = Array(text.joined().utf8)
            if let complaint = Self.complaint(bytes) {
                #expect(complaint.contains(#/^footfall.yaml:[1-9][0-9]*:[1-9][0-9]*: /#))
            }
        }
    }

    @Test("A file that is not there leaves the defaults; one that cannot be read does not")
    func files() throws {
        let folder = try TemporaryFolder()
        #expect(try SettingsFile.load(inStore: folder.path) == Settings())
        #expect(try SettingsFile.load(inStore: folder.path + "/nothing") == Settings())
        let path = SettingsFile.path(inStore: folder.path)
        try Data("max_reject_rate: 7\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try SettingsFile.load(inStore: folder.path).maximumRejectRate == 7)
        #expect(try SettingsFile.load(inStore: path) == Settings())
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let error = #expect(throws: JobError.self) { try SettingsFile.load(inStore: folder.path) }
        #expect(error?.kind == .io)
        #expect(error?.message.contains(path) == true)
    }
}
