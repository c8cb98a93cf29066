import Events
import Foundation
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

/// Whoever has a byte image of store and key directory from before a destruction tries on it every key that exists afterwards.
@Suite("An attack on a destroyed day")
struct DestroyedDayAttackTests {
    private let jobs: SealedJobs
    private let days: [Day]

    init() throws {
        jobs = try SealedJobs()
        let first = try #require(Day("2026-03-08"))
        days = (0..<4).map { first.advanced(by: $0) }
        for day in days {
            try jobs.ingest(
                TemporaryJobs.log(day, visitors: 0..<3) + ["no line of a log"], at: "\(day)T23:00Z")
        }
        let pair = try OfficerPair.make(name: "anna", on: first)
        try pair.write(to: jobs.path + "/anna")
        _ = try jobs.keys.add(pair.officer)
        try jobs.store.catalog.recordTime(InstantText.milliseconds("2026-06-08T04:00Z") ?? 0)
    }

    /// The days of which a frame of the image is opened by one of the key-encryption keys and an officer.
    private func opened(_ image: SealedJobs, with keys: KeyDirectory) throws -> Set<Day> {
        var opened: Set<Day> = []
        for officer in [OfficerKeyFile(jobs.path + "/keys/OFFICER-KEY-MOVE-ME"), OfficerKeyFile(jobs.path + "/anna")] {
            let half = try officer.read()
            for day in days {
                if try frames(image, of: day, with: half) > 0 { opened.insert(day) }
                let pairs = try KeySearch.files(below: image.path + "/keys").compactMap { path in
                    SealedPair(
                        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), name: .day(day, turn: 1))
                }
                for pair in pairs {
                    for number in try keys.keyEncryptionNumbers() {
                        guard let secret = try keys.key("\(number)", in: keys.keyEncryption, create: false) else {
                            continue
                        }
                        // Whatever number stands in the pair, the key is tried.
                        let key = KeyEncryptionKey(number: pair.keyEncryptionNumber, secret: secret)
                        guard let half = try? pair.open(under: key, by: half) else { continue }
                        if try frames(image, of: day, with: half) > 0 { opened.insert(day) }
                    }
                }
            }
        }
        return opened
    }

    /// How many frames of a day's sealed files a private half opens.
    private func frames(_ image: SealedJobs, of day: Day, with half: borrowing PrivateHalf) throws -> Int {
        var count = 0
        for kind in [RetentionClass.raw, .rejects] {
            for source in try image.store.sealedSources(kind, of: day) {
                let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
                    try source.read(Int64(offset), count)
                }
                _ = try reader.open(with: half) { _ in count += 1 }
            }
        }
        return count
    }

    @Test("The image yields nothing of destroyed days to the keys of afterwards, and everything to its own")
    func image() throws {
        let image = try SealedJobs(copyOf: jobs.path)
        #expect(try opened(image, with: image.keys) == Set(days))
        for (count, date) in [(1, "2026-06-09"), (2, "2026-06-10")] {
            try jobs.aggregate(at: "\(date)T04:00Z")
            #expect(try jobs.keys.dayList() == Array(days[count...]))
            #expect(try opened(image, with: jobs.keys).isDisjoint(with: days[..<count]))
            // Of the days that live, the pairs of the image lie under the old key, and so does what the image has.
            #expect(try opened(image, with: image.keys) == Set(days))
        }
    }

    @Test("Of a destroyed day nothing is left in the store's and the keys' folders that lay there before")
    func leftovers() throws {
        let files = try days[..<1].flatMap { day in
            try [RetentionClass.raw, .rejects].flatMap { try jobs.store.catalog.sealedFiles($0, of: day) }
        }
        let pair = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(jobs.path)/keys/days/\(days[0]).key")))
        try jobs.aggregate(at: "2026-06-09T04:00Z")
        let digests = Set(files.map(\.digest))
        #expect(digests.count == 2)
        for path in try KeySearch.files(below: jobs.path + "/store") + KeySearch.files(below: jobs.path + "/keys") {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(!digests.contains(SHA256Digest.digest(bytes)), "\(path)")
            #expect(bytes != pair, "\(path)")
        }
    }
}
