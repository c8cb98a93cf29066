import Events
import FuzzSupport

@testable import Privacy

/// A sealed file to which something was done, or that is none.
///
/// The input: 0 and the bytes of the file, or another number and the steps of an ``EditedFile``.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    if input.byte() == 0 {
        _ = read(input.rest())
        return 0
    }
    let original = SealedOriginal.file
    var file = EditedFile(original)
    while !input.isEmpty { file.edit(&input) }
    let reading = read(file.bytes)
    guard !file.isForged else { return 0 }
    for (index, lines) in reading.frames { check(lines == original.lines[index], "only what was sealed is given") }
    check(reading.faults.isEmpty == (file.bytes == original.bytes), "whatever was changed is told, and nothing else")
    guard original.isNamed(by: file.bytes) else { return 0 }
    for index in original.lines.indices where file.bytes.contains(original.frames[index]) {
        check(reading.frames[index] != nil, "a frame that is whole is given")
    }
    return 0
}

/// What a reader with the right key makes of bytes.
private func read(_ bytes: [UInt8]) -> (frames: [Int: [UInt8]], faults: [SealedFault]) {
    var asked = 0
    var frames: [Int: [UInt8]] = [:]
    var latest = -1
    do {
        let reader = try SealedFileReader.survey(SealedOriginal.name, size: bytes.count) { offset, count in
            check(offset >= 0 && count >= 0 && offset + count <= bytes.count, "the file alone is read")
            asked += count
            return Array(bytes[offset..<(offset + count)])
        }
        let outerFaults = reader.faults()
        let faults = try reader.open(with: SealedOriginal.privateHalf) { frame in
            check(frame.index > latest, "frames come in their order, and each once")
            latest = frame.index
            check(frame.lines.count <= FileSealer.lineBytes, "a frame is no longer than the longest line")
            frames[frame.index] = frame.lines
        }
        check(!faults.isEmpty || outerFaults.isEmpty, "what is told without a key is told with one")
        check((faults + outerFaults).allSatisfy { 0...bytes.count ~= $0.offset }, "what is wrong is in the file")
        // Once to find the marks, once to open the frames, and a header behind each frame that claims to be the last.
        check(asked <= 6 * bytes.count + 2 * SealedHeader.lengths.upperBound, "reading takes a time in proportion")
        return (frames, faults)
    } catch {
        check(false, "nothing is thrown but by the source")
        return ([:], [])
    }
}
