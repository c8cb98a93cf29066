import Events

@testable import Pipeline
@testable import Privacy
@testable import Store

/// Something that happens to a store, and what a verification must say of it.
enum StoreDamage: String, CaseIterable, Sendable {
    case partitionBit, partitionFooter, partitionCut, partitionGone, partitionOfAnother, partitionOrphan
    case generation, generationGone
    case headerBit, frameBit, trailerBit, cutAtFrame, swappedFrames, frameOfAnotherFile, frameOfAnotherDay
    case frameOfAnotherWriter, anotherFile, sealedGone, sealedOrphan, appended
    case certificateBit, certificateGone, certificateOfNobody, release, releaseGone, policy, auditBit, rows
    case leftover, stray, keyGone

    /// - Returns: kind and file of what must be found, with the frame if there is one.
    func happen(to store: VerifiedStore) throws -> [Expected] {
        let partitions = try store.partitions()
        let sealed = try store.sealed()
        let name = StoreLayout.relativePath(of: sealed[0].name)
        let frames = try StoreDamage.frames(of: name, sealed[0].name, store)
        switch self {
        case .partitionBit:
            try store.flip(partitions[0], at: 100)
            return [Expected(.digest, partitions[0])]
        case .partitionFooter:
            try store.flip(partitions[0], at: -1)
            return [Expected(.digest, partitions[0])]
        case .partitionCut:
            try store.write(Array(store.bytes(partitions[0]).dropLast(7)), to: partitions[0])
            return [Expected(.size, partitions[0])]
        case .partitionGone:
            try store.remove(partitions[0])
            return [Expected(.missing, partitions[0])]
        case .partitionOfAnother:
            try store.write(store.bytes(partitions[1]), to: partitions[0])
            return [Expected(nil, partitions[0])]
        case .partitionOrphan:
            let orphan = partitions[0].replacing(".parquet", with: "77.parquet")
            try store.write(store.bytes(partitions[0]), to: orphan)
            return [Expected(.orphan, orphan)]
        case .generation:
            let folder = "events/date=\(VerifiedStore.days[0])"
            try store.write([], to: "\(folder)/.generation-7")
            return [Expected(.generation, folder)]
        case .generationGone:
            let folder = "events/date=\(VerifiedStore.days[0])"
            try store.remove("\(folder)/.generation-1")
            return [Expected(.generation, folder)]
        case .headerBit:
            try store.flip(name, at: 30)
            return [Expected(.sealed, name, offset: 0)]
        case .frameBit:
            try store.flip(name, at: frames[1].end - 1)
            return [Expected(.sealed, name, frames: 1...1, offset: frames[1].offset)]
        case .trailerBit:
            try store.flip(name, at: -1)
            return [Expected(.sealed, name, offset: frames[2].end)]
        case .cutAtFrame:
            try store.write(Array(store.bytes(name)[..<frames[1].end]), to: name)
            return [Expected(.sealed, name, offset: frames[1].end)]
        case .swappedFrames:
            let bytes = try store.bytes(name)
            let swapped = (bytes[frames[1].range] + bytes[frames[0].range])[...]
            try store.write(Array([bytes[..<frames[0].offset], swapped, bytes[frames[1].end...]].joined()), to: name)
            return [
                Expected(.sealed, name, frames: 1...1, offset: frames[0].offset),
                Expected(.sealed, name, frames: 0...0, offset: frames[0].offset + frames[1].count),
            ]
        case .frameOfAnotherFile: return try transplant(from: try StoreDamage.rejects(store), name, frames, store)
        case .frameOfAnotherDay:
            return try transplant(from: try store.sealed(VerifiedStore.days[0])[0].name, name, frames, store)
        case .frameOfAnotherWriter: return try transplant(from: sealed[1].name, name, frames, store)
        case .anotherFile:
            try store.write(store.bytes(StoreLayout.relativePath(of: sealed[1].name)), to: name)
            return [Expected(.sealed, name, offset: 0)]
        case .sealedGone:
            try store.remove(name)
            return [Expected(.missing, name)]
        case .sealedOrphan:
            let orphan = name.replacing(".sealed", with: "77.sealed")
            try store.write(store.bytes(name), to: orphan)
            return [Expected(.orphan, orphan)]
        case .appended:
            let bytes = try store.bytes(name)
            try store.write(bytes + [1, 2, 3], to: name)
            return [Expected(.sealed, name, offset: bytes.count)]
        case .certificateBit:
            try store.flip("certificates/2026-03-08-raw.json", at: 40)
            return [Expected(.certificate, "certificates/2026-03-08-raw.json")]
        case .certificateGone:
            try store.remove("certificates/2026-03-08-raw.json")
            return [Expected(.certificate, "certificates/2026-03-08-raw.json")]
        case .certificateOfNobody:
            try store.write(store.bytes("certificates/2026-03-08-raw.json"), to: "certificates/2026-03-09-raw.json")
            return [Expected(.certificate, "certificates/2026-03-09-raw.json")]
        case .releaseGone:
            try store.change("DELETE FROM release WHERE epoch = '2026-06-07'")
            return [Expected(.release, "catalog.sqlite")]
        case .release:
            try store.change("UPDATE release SET body = CAST('{}' AS BLOB) WHERE epoch = '2026-06-07'")
            return [Expected(.release, "catalog.sqlite")]
        case .policy:
            try store.change(
                "UPDATE policy SET text = replace(text, 'standard', 'strict') || char(10) || 'threshold: 77'")
            return [Expected(.policy, "catalog.sqlite")]
        case .auditBit:
            let log = String(decoding: try store.bytes("audit.log"), as: UTF8.self)
            try store.write(Array(log.replacing("ingest", with: "ingesu", maxReplacements: 1).utf8), to: "audit.log")
            return [Expected(.audit, "audit.log")]
        case .rows:
            try store.change("UPDATE file SET rows = rows + 1 WHERE writer = 'test-2'")
            let file = partitions.first { $0.contains("test-2") } ?? ""
            return [Expected(.metadata, file)]
        case .leftover:
            try store.write([1], to: "staging/.gone-1-5.inprogress")
            return [Expected(.leftover, "staging/.gone-1-5.inprogress")]
        case .stray:
            try store.write([1], to: "certificates/notes.txt")
            try store.write([1], to: "vault/notes.txt")
            return [Expected(.orphan, "vault/notes.txt"), Expected(.orphan, "certificates/notes.txt")]
        case .keyGone:
            try FileSystem.remove(store.jobs.path + "/keys/days/\(VerifiedStore.days[1]).key")
            return [Expected(.key, "vault/date=\(VerifiedStore.days[1])")]
        }
    }

    /// Puts the second frame of another file in the place of the second one.
    private func transplant(
        from other: SealedName, _ name: String, _ frames: [FramePlace], _ store: VerifiedStore
    ) throws -> [Expected] {
        let path = StoreLayout.relativePath(of: other)
        let place = try StoreDamage.frames(of: path, other, store)[1]
        let bytes = try store.bytes(name)
        let foreign = try store.bytes(path)[place.range]
        try store.write(Array([bytes[..<frames[1].offset], foreign, bytes[frames[1].end...]].joined()), to: name)
        return [Expected(.sealed, name, frames: 1...1, offset: frames[1].offset)]
    }

    private static func rejects(_ store: VerifiedStore) throws -> SealedName {
        let day = VerifiedStore.days[1].advanced(by: 1)
        return try store.jobs.store.catalog.sealedFiles(.rejects, of: day)[0].name
    }

    private static func frames(of path: String, _ name: SealedName, _ store: VerifiedStore) throws -> [FramePlace] {
        let bytes = try store.bytes(path)
        return try SealedFileReader.survey(name, size: bytes.count) { Array(bytes[$0..<$0 + $1]) }.places
    }

    /// What must be found.
    struct Expected {
        /// Nil if it does not matter.
        let kind: StoreFinding.Kind?
        let file: String
        let frames: ClosedRange<Int>?
        /// Nil if it does not matter.
        let offset: Int?

        init(_ kind: StoreFinding.Kind?, _ file: String, frames: ClosedRange<Int>? = nil, offset: Int? = nil) {
            self.kind = kind
            self.file = file
            self.frames = frames
            self.offset = offset
        }

        func matches(_ finding: StoreFinding) -> Bool {
            kind.map { $0 == finding.kind } ?? true && file == finding.file && frames == finding.frames
                && offset.map { $0 == finding.offset } ?? true
        }
    }
}

extension FramePlace {
    fileprivate var range: Range<Int> { offset..<end }
}
