import Events
import Privacy
import Store

extension DayCheck {
    /// Checks the frames of a sealed file: by what they say of themselves, or with a key by their tags.
    mutating func check(_ source: SealedFileSource, _ name: String) throws {
        let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
            try source.read(Int64(offset), count)
        }
        var faults: [SealedFault]
        let pair = try opener?.open(source.file.pair)
        if opener != nil, pair == nil { isUnopened = true }
        if let pair {
            var lines = 0
            var opened = 0
            faults = try reader.open(with: pair.half) { frame in
                opened += 1
                if frame.label.source != OpenSealedFile.definitions { lines += Int(frame.label.lines) }
            }
            frames += opened
            if faults.isEmpty, lines != source.file.lines {
                add(.metadata, name, "It holds \(lines) lines, and \(source.file.lines) are on record.")
            }
        } else {
            faults = reader.faults()
        }
        for fault in faults {
            add(.sealed, name, frames: fault.frames, offset: fault.offset, "\(fault.kind).".capitalizedFirst)
        }
    }
}

extension SealedFault {
    /// The frames that the fault is of.
    fileprivate var frames: ClosedRange<Int>? {
        switch kind {
        case .damaged(let frames), .missing(let frames): frames
        case .outOfPlace(let frame), .twice(let frame): frame...frame
        case .headerDamaged, .trailerDamaged, .anotherFile, .anotherKey, .foreign, .cutOff: nil
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
