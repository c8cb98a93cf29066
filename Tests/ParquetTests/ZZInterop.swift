import Foundation
import Parquet
import TestSupport
import Testing

struct ZZInterop {
    static func line(_ cells: [Cell]) -> String {
        cells.map { cell in
            switch cell {
            case .null: "-"
            case .integer(let v): "\(v)"
            case .number(let v): String(v, radix: 16)
            case .flag(let v): v ? "T" : "F"
            case .bytes(let v):
                "x"
                    + v.map { String($0, radix: 16).count == 1 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
                    .joined()
            }
        }.joined(separator: ",")
    }
    @Test func dump() throws {
        for seed in 0..<150 {
            var random = SplitMix64(seed: UInt64(seed))
            let e = RandomFile(using: &random)
            try Data(e.bytes).write(to: URL(fileURLWithPath: "/tmp/pqx/ours/\(seed).parquet"))
            var text = ""
            for (i, c) in e.schema.columns.enumerated() {
                let cells = e.groups.flatMap { $0.columns[i].cells(rowCount: $0.rowCount, type: c.type) }
                text += c.name + "\t" + "\(c.type)" + "\t" + ZZInterop.line(cells) + "\n"
            }
            try Data(text.utf8).write(to: URL(fileURLWithPath: "/tmp/pqx/ours/\(seed).txt"))
        }
    }
    @Test func theirs() throws {
        for f in try FileManager.default.contentsOfDirectory(atPath: "/tmp/pqx/theirs") where f.hasSuffix(".parquet") {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "/tmp/pqx/theirs/\(f)")))
            let expected = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: "/tmp/pqx/theirs/\(f).txt")), as: UTF8.self)
            let file = try ParquetFile(BufferSource(bytes))
            var text = ""
            for c in file.schema.columns {
                var cells: [Cell] = []
                for g in file.rowGroups.indices {
                    do { cells += try file.cells(c.name, rowGroup: g) } catch {
                        Issue.record("\(f) \(c.name): \(error)")
                    }
                }
                text += c.name + "\t" + ZZInterop.line(cells) + "\n"
            }
            for (a, b) in zip(text.split(separator: "\n"), expected.split(separator: "\n")) where a != b {
                Issue.record("\(f): \(a.prefix(200)) \n \(b.prefix(200))")
            }
        }
    }
}
