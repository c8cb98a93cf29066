import Foundation
import Gzip
import Parquet

/// Searches every file of a store for identifiers, in all notations, as an attacker would who has the files and no key.
struct LeakSearch {
    /// A text or an address that must not be found, in one notation.
    struct Needle: Hashable {
        let name: String
        let bytes: [UInt8]
    }

    /// Where a needle was found.
    struct Finding: Hashable {
        let needle: String
        let place: String
    }

    /// Four bytes are found by chance among millions of random ones, several of them in one place are not.
    private static let shortLength = 4

    /// Needles by their first two bytes, since most places in a file begin none.
    private var byBeginning = [[Needle]](repeating: [], count: 1 << 16)
    private let leastShort: Int

    /// - Parameters:
    ///   - texts: searched as they are, in other case and percent-encoded.
    ///   - addresses: searched as text, raw bytes in both orders, hexadecimal digits and decimal numbers.
    ///   - leastShort: how many different needles of four bytes have to be found in one place to be a finding.
    init(texts: [String], addresses: [String], leastShort: Int = 3) {
        self.leastShort = leastShort
        var needles: Set<Needle> = []
        for text in texts {
            for form in [text, text.lowercased(), text.uppercased(), LeakSearch.percentEncoded(text)] {
                needles.insert(Needle(name: text, bytes: Array(form.utf8)))
            }
            needles.insert(Needle(name: text, bytes: Array(Data(text.utf8).base64EncodedString().utf8).dropLast(4)))
        }
        for address in addresses {
            let bytes = LeakSearch.bytes(of: address)
            let hexadecimal = bytes.map { String(format: "%02x", $0) }.joined()
            var forms = [
                Array(address.utf8), bytes, bytes.reversed(), Array(hexadecimal.utf8),
                Array(hexadecimal.uppercased().utf8),
            ]
            if bytes.count == 4 { forms.append(Array(String(bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }).utf8)) }
            needles.formUnion(forms.map { Needle(name: address, bytes: $0) })
        }
        for needle in needles {
            byBeginning[LeakSearch.beginning(needle.bytes, 0)].append(needle)
        }
    }

    /// Searches all files below some folders: their names, their bytes, all gzip data in them, and the values of Parquet files.
    func findings(in files: [String]) throws -> Set<Finding> {
        var findings: Set<Finding> = []
        for file in files {
            search(Array(file.utf8), "name of \(file)", &findings)
            let bytes = try Workspace.bytes(file)
            search(bytes, file, &findings)
            for member in LeakSearch.inflated(bytes) { search(member, "inflated page of \(file)", &findings) }
            if file.hasSuffix(".parquet") { try search(parquet: bytes, file, &findings) }
        }
        return findings
    }

    /// Searches the values as the reader gives them: dictionaries, plain values, numbers.
    private func search(parquet bytes: [UInt8], _ file: String, _ findings: inout Set<Finding>) throws {
        let parquet = try ParquetFile(BufferSource(bytes))
        for group in parquet.rowGroups.indices {
            for column in parquet.schema.columns {
                let place = "column \(column.name) of \(file)"
                for values in try parquet.read(rowGroup: group, columns: [column.name]) {
                    switch values {
                    case .dictionary(let dictionary, _), .plain(let dictionary, _):
                        search(dictionary.bytes, place, &findings)
                    case .int32(let numbers, _):
                        for number in Set(numbers) { search(Array(String(number).utf8), place, &findings) }
                    case .int64(let numbers, _):
                        for number in Set(numbers) { search(Array(String(number).utf8), place, &findings) }
                    case .float, .double, .boolean: break
                    }
                }
            }
        }
        for pair in parquet.metadata.keyValues {
            search(Array("\(pair.key)=\(pair.value ?? "")".utf8), "metadata of \(file)", &findings)
        }
    }

    private func search(_ bytes: [UInt8], _ place: String, _ findings: inout Set<Finding>) {
        var short: Set<Finding> = []
        for start in 0..<max(0, bytes.count - 3) {
            for needle in byBeginning[LeakSearch.beginning(bytes, start)]
            where bytes[start...].starts(with: needle.bytes) {
                let finding = Finding(needle: needle.name, place: place)
                if needle.bytes.count > LeakSearch.shortLength {
                    findings.insert(finding)
                } else {
                    short.insert(finding)
                }
            }
        }
        if short.count >= leastShort { findings.formUnion(short) }
    }

    private static func beginning(_ bytes: [UInt8], _ start: Int) -> Int {
        Int(bytes[start]) << 8 | Int(bytes[start + 1])
    }

    /// What lies behind every place that looks like the beginning of gzip data.
    private static func inflated(_ bytes: [UInt8]) -> [[UInt8]] {
        var members: [[UInt8]] = []
        for start in 0..<max(0, bytes.count - 10)
        where bytes[start] == 0x1F && bytes[start + 1] == 0x8B && bytes[start + 2] == 8 {
            var inflater = GzipInflater()
            var output = [UInt8](repeating: 0, count: 1 << 20)
            var filled = 0
            let input = bytes.span.extracting(start..<bytes.count)
            var consumed = 0
            // Behind the member lies something else, which ends the inflation with an error after all of the member was given.
            while let progress = try? inflater.inflate(
                input.extracting(consumed..<input.count), into: &output, at: filled)
            {
                consumed += progress.consumed
                filled += progress.produced
                guard filled == output.count else { break }
                output += [UInt8](repeating: 0, count: output.count)
            }
            let size = max(filled, Int(inflater.producedBytes))
            if size > 0 { members.append(Array(output[..<min(size, output.count)])) }
        }
        return members
    }

    private static func percentEncoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    /// The 4 or 16 bytes of an address in the usual notation.
    private static func bytes(of address: String) -> [UInt8] {
        if !address.contains(":") { return address.split(separator: ".").compactMap { UInt8($0) } }
        let halves = address.components(separatedBy: "::").map { half in
            half.split(separator: ":").compactMap { UInt16($0, radix: 16) }.flatMap {
                [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)]
            }
        }
        guard halves.count == 2 else { return halves[0] }
        return halves[0] + [UInt8](repeating: 0, count: 16 - halves[0].count - halves[1].count) + halves[1]
    }
}
