import Foundation
import Testing

@testable import Privacy

@Suite("Country codes")
struct CountryCodeTests {
    /// The list of the time zone database, whose first column has the codes of ISO 3166-1.
    private static let list = "/usr/share/zoneinfo/iso3166.tab"

    private static func isCode(_ text: String) -> Bool { CountryCode(Array(text.utf8).span) != nil }

    @Test(
        "What no country has is none",
        arguments: ["", "J", "JPN", "jp", "Jp", "12", "É", "EU", "AP", "UK", "ZZ", "AA", "QM", "XA", "A1", "AN", "SU"])
    func refused(_ text: String) {
        #expect(!Self.isCode(text))
    }

    @Test("A country's code stays as it is", arguments: ["JP", "KR", "AD", "ZW", "GB", "XK", "TW", "AX", "SS", "BQ"])
    func accepted(_ text: String) {
        #expect(CountryCode(Array(text.utf8).span)?.description == text)
    }

    @Test(
        "The codes are those of the system's list, and XK",
        .enabled(if: FileManager.default.fileExists(atPath: list), "the time zone database is not installed"))
    func complete() throws {
        let lines = try String(contentsOfFile: Self.list, encoding: .utf8).split(separator: "\n")
        let listed = Set(lines.filter { !$0.hasPrefix("#") }.map { String($0.prefix(2)) })
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
        let codes = Set(letters.flatMap { first in letters.map { first + $0 } }.filter(Self.isCode))
        #expect(listed.count == 249)
        #expect(codes == listed.union(["XK"]))
    }
}
