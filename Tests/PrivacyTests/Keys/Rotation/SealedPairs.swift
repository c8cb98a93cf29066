import Events
import Foundation
import TestSupport
import Testing

@testable import Privacy

/// A key directory with one officer and some pairs.
struct SealedPairs {
    let folder: TemporaryFolder
    let keys: KeyDirectory
    let officer: OfficerKeyFile
    /// Their names, in ascending order.
    let names: [PairName]
    /// What was sealed to.
    let halves: [PairName: PublicHalf]
    /// A day that has no pair, and comes behind all that have one.
    let next: PairName

    /// - Parameter count: of days.
    init(count: Int = 4) throws {
        try self.init((0..<count).map { .day(TestKeys.day.advanced(by: $0), turn: 1) })
    }

    init(_ names: [PairName]) throws {
        folder = try TemporaryFolder()
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
        let pair = try OfficerPair.make(name: "anna", on: TestKeys.day)
        try pair.write(to: folder.path + "/anna")
        _ = try keys.add(pair.officer)
        officer = OfficerKeyFile(folder.path + "/anna")
        var halves: [PairName: PublicHalf] = [:]
        for name in names { halves[name] = try #require(try keys.pair(name, create: true)).publicHalf }
        self.names = names.sorted()
        self.halves = halves
        next = .day(TestKeys.day.advanced(by: names.count), turn: 1)
    }

    /// The pairs that the officer opens in a key directory, and that are still those that were sealed to.
    func readable(in keys: KeyDirectory) throws -> [PairName] {
        try names.filter { name in
            guard let half = try keys.privateHalf(of: name, showing: officer) else { return false }
            return half.publicHalf == halves[name]
        }
    }

    /// The pairs that an image yields to who has these key-encryption keys and the officer's.
    func opened(in image: KeyImage, with keys: [[UInt8]]) throws -> Set<PairName> {
        image.opened(of: names, with: keys, by: try officer.read())
    }

    /// A key directory that is as the image was.
    func restored(_ image: KeyImage) throws -> KeyDirectory {
        try image.restore(to: "\(folder.path)/\(UUID().uuidString)")
    }

    func image(of keys: KeyDirectory? = nil) throws -> KeyImage { try KeyImage(of: (keys ?? self.keys).path) }

    /// Puts bytes in the place of a file.
    func write(_ content: [UInt8], to name: String) throws {
        let file = "\(keys.path)/\(name)"
        try? FileManager.default.removeItem(atPath: file)
        try #require(
            FileManager.default.createFile(
                atPath: file, contents: Data(content), attributes: [.posixPermissions: 0o600]))
    }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(keys.path)/\(name)")))
    }
}
