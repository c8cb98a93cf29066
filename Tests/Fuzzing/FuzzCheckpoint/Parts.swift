import Events
import FuzzSupport

@testable import Pipeline
@testable import Privacy
@testable import Store

/// The first lines of a pipe are known if they are the last ones of its source, up to the very last.
func checkOverlap(_ input: inout FuzzInput) {
    let key = FixedKeys.contentKey(0)
    let source = (0..<input.choice(100)).map { _ in KnownInputs.text(input.choice(3)) }
    let pipe = (0..<input.choice(100)).map { _ in KnownInputs.text(input.choice(3)) }
    var tail = LineTail()
    let linesPerPiece = 1 + input.choice(70)
    for start in stride(from: 0, to: source.count, by: linesPerPiece) {
        tail.keep(Array(source[start..<min(start + linesPerPiece, source.count)].joined()).span)
    }
    let last = source.suffix(LineTail.limit)
    check(tail.tags(key) == last.map { key.lineTag($0.span) }, "the last lines are kept")
    guard var overlap = PipeOverlap(tail: tail.tags(key), keys: [key], month: key.month.description) else {
        check(source.isEmpty, "there is an overlap where there is a tail")
        return
    }
    for start in stride(from: 0, to: pipe.count, by: linesPerPiece) {
        overlap.compare(Array(pipe[start..<min(start + linesPerPiece, pipe.count)].joined()).span)
    }
    overlap.close()
    let longest = (0...min(last.count, pipe.count)).last { Array(last.suffix($0)) == Array(pipe.prefix($0)) }
    check(overlap.knownLines == longest ?? 0, "the longest overlap is found")
}

/// Input that waits comes back as it was.
func checkSpill(_ input: inout FuzzInput) throws {
    let spill = try SpillFile.make(in: "/tmp")
    let held = HeldInput(spillingTo: "/tmp")
    var chunks: [[UInt8]] = []
    while !input.isEmpty {
        let chunk = input.line()
        try spill.append(chunk.span)
        try held.append(chunk.span, at: Int64(chunks.reduce(0) { $0 + $1.count }))
        chunks.append(chunk)
    }
    var replayed: [[UInt8]] = []
    try spill.replay { replayed.append($0.copied) }
    check(replayed == chunks, "what waited on disk comes back")
    var released: [UInt8] = []
    try held.release { released += $0.copied }
    check(released == Array(chunks.joined()), "what waited in memory comes back")
    check(held.isEmpty, "what was released waits no more")
}

/// Tags are opened by the key that sealed them, and nothing else is taken for tags.
func checkSeals(_ input: inout FuzzInput) throws {
    let key = FixedKeys.contentKey(0)
    let place = Int(input.byte())
    let change = input.byte()
    let bytes = input.rest()
    check(key.open(bytes) == nil && key.open(start: bytes) == nil, "nothing but a seal is opened")
    let tags = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    var sealed = try key.seal(tags)
    check(key.open(sealed) == tags, "the key opens what it sealed")
    check(FixedKeys.contentKey(1).open(sealed) == nil, "another key opens nothing")
    sealed[place % sealed.count] ^= change
    check(change == 0 || key.open(sealed) == nil, "what was changed is not opened")
    let start = tags.prefix(4).reduce(0) { $0 << 16 | UInt64($1) }
    try check(key.open(start: try key.seal(start: start)) == start, "the key opens the start tag that it sealed")
}
