import Foundation
import TestSupport
import Testing

@testable import Intake

/// The parsing tests of JSONTestSuite (Seriot, "Parsing JSON is a minefield"); they lie outside the project, and without
/// them there is nothing to test.
@Suite("JSONTestSuite", .enabled(if: SharedData.isThere, "the folder ../shared/data is missing"))
struct JSONSuiteTests {
    static let folder = "json-robustness/nst__JSONTestSuite/test_parsing"

    /// The names of the files that begin with `prefix`.
    static func names(_ prefix: String) -> [String] {
        let path = (SharedData.folder ?? "") + "/" + folder
        let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return all.filter { $0.hasPrefix(prefix) }.sorted()
    }

    static func isAccepted(_ name: String) throws -> Bool {
        let bytes = try SharedData.bytes(folder + "/" + name)
        return ScannedJSON(bytes, KeyPathTable([]), acceptsAnyValue: true).failure == nil
    }

    @Test("The suite is there")
    func isThere() {
        #expect(JSONSuiteTests.names("y_").count > 40)
        #expect(JSONSuiteTests.names("n_").count > 100)
    }

    @Test("What must be accepted is accepted", arguments: names("y_"))
    func accepted(name: String) throws {
        #expect(try JSONSuiteTests.isAccepted(name))
    }

    @Test("What must be rejected is rejected", arguments: names("n_"))
    func rejected(name: String) throws {
        #expect(try !JSONSuiteTests.isAccepted(name))
    }

    @Test(
        "Where the RFC leaves it open, numbers of any size and the escapes of lone surrogates are accepted",
        arguments: [
            "i_number_huge_exp", "i_number_neg_int_huge_exp", "i_number_real_neg_overflow",
            "i_number_real_pos_overflow", "i_number_very_big_negative_int", "i_string_1st_surrogate_but_2nd_missing",
            "i_string_incomplete_surrogates_escape_valid", "i_string_invalid_lonely_surrogate",
            "i_string_inverted_surrogates_U+1D11E", "i_string_lone_second_surrogate",
        ])
    func openAndAccepted(name: String) throws {
        #expect(try JSONSuiteTests.isAccepted(name + ".json"))
    }

    @Test(
        "Where the RFC leaves it open, other encodings, byte order marks and deep nesting are rejected",
        arguments: [
            "i_string_UTF-8_invalid_sequence", "i_string_UTF8_surrogate_U+D800", "i_string_not_in_unicode_range",
            "i_string_overlong_sequence_6_bytes", "i_string_truncated-utf-8", "i_string_utf16LE_no_BOM",
            "i_structure_500_nested_arrays", "i_structure_UTF-8_BOM_empty_object",
        ])
    func openAndRejected(name: String) throws {
        #expect(try !JSONSuiteTests.isAccepted(name + ".json"))
    }
}
