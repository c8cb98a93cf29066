import Foundation

@testable import Intake

/// A sample of the folder samples/formats, and what is read in it.
struct FormatSample {
    /// The samples' formats; `syslog:combined` stands in the file `syslog-combined.log`.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".log") }.map {
            String($0.dropLast(4)).replacing("-", with: ":")
        }.sorted()
    }()

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../samples/formats").standardizedFileURL.path

    /// The five minutes after the samples' requests, so that times without a year are theirs.
    static let options = LineOptions(latest: 1_772_410_000_000, zone: ZoneOffsets.fixed(9 * 3600))

    let fileName: String
    let bytes: [UInt8]

    init(_ name: String) throws {
        fileName = name.replacing(":", with: "-")
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(FormatSample.folder)/\(fileName).log")))
    }

    /// The names of the formats that are found for the sample, or for another text like it.
    static func formats(for bytes: [UInt8]) -> [LogFormat] {
        guard case .chosen(let choice) = FormatDetector.detect(bytes.span, options: options) else { return [] }
        return choice.formats
    }

    /// One JSON object for each line: its record, or why there is none.
    var records: String {
        let formats = FormatSample.formats(for: bytes)
        guard !formats.isEmpty else { return "no format\n" }
        var parser = LineParser(formats: formats, options: FormatSample.options)
        var text = ""
        for (number, line) in bytes.split(separator: ASCII.lineFeed).enumerated() {
            var batch = RawBatch(seed: 1)
            let outcome = parser.parseLine(Array(line).span, into: &batch)
            text += "{\"line\":\(number + 1),"
            switch outcome {
            case .accepted: text += "\"format\":\"\(batch.format)\",\(ParsedLine(batch, row: 0).members)"
            case .filtered(let reason): text += "\"filtered\":\"\(reason.name)\""
            case .rejected(let reason, let column): text += "\"rejected\":\"\(reason.words)\",\"column\":\(column)"
            }
            text += "}\n"
        }
        return text
    }
}

extension ParsedLine {
    /// The fields as members of a JSON object.
    fileprivate var members: String {
        let second = Date(timeIntervalSince1970: Double(time / 1000)).formatted(.iso8601).dropLast()
        let fraction = String(1000 + time % 1000).dropFirst()
        var members = ["\"time\":\"\(second).\(fraction)Z\""]
        for field in RawBatch.Text.allCases {
            if let text = texts[field] { members.append("\"\(field)\":\(FormatSample.quoted(text))") }
        }
        for field in RawBatch.Number.allCases {
            if let number = numbers[field] { members.append("\"\(field)\":\(number)") }
        }
        return members.joined(separator: ",")
    }
}

extension FormatSample {
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\0"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
