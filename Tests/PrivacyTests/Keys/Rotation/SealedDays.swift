import Events
import Foundation
import TestSupport
import Testing

@testable import Privacy

/// A key directory with one officer and the pairs of some days.
struct SealedDays {
    let folder: TemporaryFolder
    let keys: KeyDirectory
    let officer: OfficerKeyFile
    /// The days, in ascending order.
    let days: [Day]
    /// What was sealed to.
    let halves: [Day: PublicHalf]

    init(count: Int = 4) throws {
        folder = try TemporaryFolder()
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
        let pair = try OfficerPair.make(name: "anna", on: TestKeys.day)
        try pair.write(to: folder.path + "/anna")
        _ = try keys.add(pair.officer)
        officer = OfficerKeyFile(folder.path + "/anna")
        var halves: [Day: PublicHalf] = [:]
        days = (0..<count).map { TestKeys.day.advanced(by: $0) }
        for day in days { halves[day] = try #require(try keys.dayKey(day, create: true)).publicHalf }
        self.halves = halves
    }

    /// The days that the officer opens in a key directory, and whose pairs are still those that were sealed to.
    func readable(in keys: KeyDirectory) throws -> [Day] {
        try days.filter { day in
            guard let half = try keys.privateHalf(of: day, showing: officer) else { return false }
            return half.publicHalf == halves[day]
        }
    }

    /// The days that an image yields to who has these key-encryption keys and the officer's.
    func opened(in image: KeyImage, with keys: [[UInt8]]) throws -> Set<Day> {
        image.opened(of: days, with: keys, by: try officer.read())
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
