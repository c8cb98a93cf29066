import Events
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Identity of input")
struct InputIdentityTests {
    private let place: IdentityStore

    init() throws {
        place = try IdentityStore()
    }

    /// Lines that no other call has given.
    private static func lines(_ count: Int, _ random: inout SplitMix64) -> [UInt8] {
        (0..<count).flatMap { _ in
            let line = "\(random.next()) 198.51.100.7 GET /page/\(random.next())"
            return Array(line.utf8) + [UInt8](repeating: 120, count: Int.random(in: 0...60, using: &random)) + [10]
        }
    }

    private static func cutAtLine(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let ends = bytes.indices.filter { bytes[$0] == 10 }
        return Array(bytes[...(ends.randomElement(using: &random) ?? bytes.count - 1)])
    }

    /// Texts that have no line in common, in the versions in which they have been fed; a line is a number.
    private struct Library {
        var texts: [[[Int]]] = []
        var lineCount = 0
        var random: SplitMix64

        /// Known texts one behind the other, each once, the last one perhaps cut; then perhaps fresh lines.
        mutating func input() -> (lines: [Int], firstFresh: Int?) {
            var lines: [Int] = []
            var last: (text: Int, version: [Int])?
            for text in texts.indices.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)) {
                let version = texts[text].randomElement(using: &random) ?? []
                lines += version
                last = (text, version)
            }
            if let last, Int.random(in: 0..<3, using: &random) == 0 {
                let newest = texts[last.text].last ?? []
                return (
                    lines.dropLast(last.version.count)
                        + newest.prefix(Int.random(in: 1...newest.count, using: &random)), nil
                )
            }
            guard last == nil || Bool.random(using: &random) else { return (lines, nil) }
            let fresh = Array(lineCount..<lineCount + 1 << Int.random(in: 0...7, using: &random))
            lineCount += fresh.count
            if let last, last.version == texts[last.text].last {
                texts[last.text].append(last.version + fresh)
            } else {
                texts.append([fresh])
            }
            return (lines + fresh, lines.count)
        }

        /// The line of a number; longer than the first block, below which nothing is judged but whole contents.
        static func text(_ line: Int) -> [UInt8] {
            Array("\(line) 198.51.100.77 GET /page \(String(repeating: "x", count: line * 37 % 90)) 200\n".utf8)
        }
    }

    @Test("Every input is judged as the documentation says, in whatever pieces it comes", arguments: 0..<12)
    func model(_ seed: UInt64) throws {
        var model = IdentityModel()
        var library = Library(random: SplitMix64(seed: seed))
        var month = 0
        for _ in 0..<14 {
            if seed.isMultiple(of: 2), Int.random(in: 0..<5, using: &library.random) == 0 { month += 1 }
            let oldest = max(0, month - 2)
            let (lines, firstFresh) = library.input()
            let texts = lines.map(Library.text)
            let input = Array(texts.joined())
            let longest = 1 << Int.random(in: 3...12, using: &library.random)
            var pieces = try place.identity(month: month, oldest: oldest)
            let inPieces = try pieces.verdict(on: input) { Int.random(in: 1...longest, using: &library.random) }
            let whole = try place.read(input, month: month, oldest: oldest)
            #expect(inPieces == whole)
            var expected = model.read(lines, month: month, oldest: oldest)
            func offset(_ line: Int) -> Int { texts[..<line].reduce(0) { $0 + $1.count } }
            expected.duplicates = expected.duplicates.map(offset)
            #expect(whole == expected)
            if let firstFresh {
                #expect(whole.duplicates.allSatisfy { $0 <= offset(firstFresh) })
                #expect(!whole.endsInDoubt)
            }
        }
    }

    @Test("Growth, prefix, copy and concatenation of known content are recognised")
    func usual() throws {
        var random = SplitMix64(seed: 1)
        let first = Self.lines(50, &random)
        let second = Self.lines(30, &random)
        let more = Self.lines(20, &random)
        #expect(try place.read(first) == .init())
        #expect(try place.read(second) == .init())
        #expect(try place.read(first) == .init(duplicates: [first.count]))
        #expect(try place.read(first + more) == .init(duplicates: [first.count]))
        #expect(try place.read(first + more) == .init(duplicates: [first.count, first.count + more.count]))
        #expect(try place.read(more) == .init(duplicates: [more.count]))
        #expect(try place.read(second + first) == .init(duplicates: [second.count, second.count + first.count]))
        #expect(try place.read(Array(second.prefix(second.count / 2))).endsInDoubt)
        #expect(try place.read([]) == .init())
    }

    @Test("Content that begins alike and differs later is new from its beginning")
    func sameBeginning() throws {
        var random = SplitMix64(seed: 2)
        let header = Self.lines(40, &random)
        let first = header + Self.lines(40, &random)
        let second = header + Self.lines(40, &random)
        #expect(try place.read(first) == .init())
        #expect(try place.read(second) == .init())
        #expect(try place.read(second) == .init(duplicates: [second.count]))
        #expect(try place.read(first) == .init(duplicates: [first.count]))
    }

    @Test("Known content is recognised behind new lines, in whatever lines it comes", arguments: 0..<8)
    func behindNewLines(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let known = Self.lines(30, &random)
        let before = Self.lines(Int.random(in: 1...40, using: &random), &random)
        let after = Self.lines(Int.random(in: 0...20, using: &random), &random)
        try place.read(known)
        let input = before + known + after
        let lengths = input.split(separator: 10).map { $0.count + 1 }
        var next = lengths.startIndex
        var identity = try place.identity()
        let verdict = try identity.verdict(on: input) {
            let count = min(Int.random(in: 1...5, using: &random), lengths.count - next)
            defer { next += count }
            return lengths[next..<next + count].reduce(0, +)
        }
        #expect(verdict == .init(duplicates: [before.count + known.count]))
        #expect(try place.read(input) == verdict)
        // Whatever stood before and behind is known by itself from now on.
        #expect(try place.read(before) == .init(duplicates: [before.count]))
        #expect(try place.read(input).duplicates.last == input.count)
        if !after.isEmpty { #expect(try place.read(after) == .init(duplicates: [after.count])) }
    }

    @Test("Known content counts once in an input: what is there twice is new the second time")
    func repeats() throws {
        var random = SplitMix64(seed: 3)
        let content = Self.lines(40, &random)
        try place.read(content)
        #expect(try place.read(content + content) == .init(duplicates: [content.count]))
        // Now both are known.
        #expect(try place.read(content + content) == .init(duplicates: [content.count, 2 * content.count]))
        #expect(
            try place.read(content + content + content) == .init(duplicates: [content.count, 2 * content.count]))
    }

    @Test(
        "No line of an input that repeats itself counts again, whatever of it is on record besides", arguments: 0..<8)
    func repeatedParts(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lines = Self.lines(60, &random).split(separator: 10).map { $0 + [10] }
        for _ in 0..<8 {
            let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                let cut = lines.dropFirst(Int.random(in: 0...30, using: &random))
                return cut.prefix(Int.random(in: 16...60, using: &random))
            }
            let input = (parts + parts.prefix(Int.random(in: 0...2, using: &random))).flatMap { $0.flatMap { $0 } }
            guard try !place.read(input).endsInDoubt else { continue }
            #expect(try place.read(input).duplicates.last == input.count)
            #expect(try place.read(input + Self.lines(2, &random)).duplicates.last == input.count)
        }
    }

    @Test("A last line that is also the first line of known content counts behind new lines")
    func lastLine() throws {
        var random = SplitMix64(seed: 16)
        let known = Self.lines(30, &random)
        let firstLine = Array(known.prefix { $0 != 10 }) + [10]
        try place.read(known)
        let fresh = Self.lines(10, &random)
        #expect(try place.read(fresh + firstLine) == .init())
        #expect(try place.read(firstLine).endsInDoubt)
    }

    @Test("A concatenation with news is on record as a whole and does not disturb the run that reads its first part on")
    func concatenationBesideGrowth() throws {
        var random = SplitMix64(seed: 17)
        let first = Self.lines(40, &random)
        let second = Self.lines(40, &random)
        let fresh = Self.lines(3, &random)
        try place.read(first)
        try place.read(second)
        var follower = try place.identity()
        _ = try follower.absorb(first.span)
        try place.read(first + second + fresh)
        _ = try follower.absorb(Self.lines(3, &random).span)
        try place.record(follower.updates(isWithinLine: false), of: &follower)
        #expect(try place.read(first + second + fresh).duplicates.last == first.count + second.count + fresh.count)
    }

    @Test("New lines before the cut beginning of known content are on record, and known when they come again")
    func beforeCutContent() throws {
        var random = SplitMix64(seed: 12)
        let known = Self.lines(30, &random)
        let before = Self.lines(20, &random)
        let input = before + Self.cutAtLine(Array(known.prefix(known.count / 2)), &random)
        try place.read(known)
        #expect(try place.read(input) == .init(endsInDoubt: true))
        #expect(try place.read(input) == .init(duplicates: [before.count], endsInDoubt: true))
    }

    @Test("In a new month known content goes on record again, and stays known when the old key is gone")
    func renewal() throws {
        var random = SplitMix64(seed: 4)
        let content = Self.lines(40, &random)
        let forgotten = Self.lines(40, &random)
        try place.read(content, month: 0)
        try place.read(forgotten, month: 0)
        #expect(try place.read(content, month: 1) == .init(duplicates: [content.count]))
        #expect(try place.read(content, month: 2, oldest: 1) == .init(duplicates: [content.count]))
        #expect(try place.read(content, month: 3, oldest: 3) == .init())
        #expect(try place.read(forgotten, month: 2, oldest: 1) == .init())
    }

    @Test("Content that two months' keys know goes on record once under the third, so a second copy is still new")
    func renewalOnce() throws {
        var random = SplitMix64(seed: 5)
        let content = Self.lines(40, &random)
        for month in 0...2 { try place.read(content, month: month) }
        #expect(try place.read(content + content, month: 2) == .init(duplicates: [content.count]))
    }

    @Test("Known content does not begin within a line, even where doubt ends", arguments: [31, 32, 33])
    func withinALine(_ length: Int) throws {
        var random = SplitMix64(seed: 15)
        let known = Self.lines(40, &random)
        try place.read(known)
        var identity = try place.identity()
        let prefix = [UInt8](repeating: 65, count: length)
        #expect(try identity.absorb((prefix + known).span) == [])
    }

    @Test("What follows renewed content is known behind it, even if it is the same again")
    func renewalAndRepetition() throws {
        var random = SplitMix64(seed: 13)
        let content = Self.lines(40, &random)
        try place.read(content, month: 0)
        #expect(try place.read(content + content, month: 1) == .init(duplicates: [content.count]))
        #expect(try place.read(content + content, month: 1).duplicates.last == 2 * content.count)
    }

    @Test("What a run has put on record itself counts again if it comes again in the same input")
    func repetitionBehindCommit() throws {
        var random = SplitMix64(seed: 14)
        let known = Self.lines(40, &random)
        let fresh = Self.lines(40, &random)
        try place.read(known)
        var identity = try place.identity()
        _ = try identity.absorb(fresh.span)
        try place.record(identity.updates(isWithinLine: false), of: &identity)
        #expect(
            try identity.absorb(known.span) == [
                .new(upTo: Int64(fresh.count)), .duplicate(upTo: Int64(fresh.count + known.count), isWithinLine: false),
            ])
        #expect(try identity.absorb(fresh.span) == [])
        #expect(!identity.isInDoubt)
    }

    @Test("Known content can be renewed and grow in one input, though part of it has been renewed before")
    func renewalAndGrowth() throws {
        var random = SplitMix64(seed: 11)
        let first = Self.lines(40, &random)
        let second = first + Self.lines(40, &random)
        let third = second + Self.lines(40, &random)
        try place.read(first, month: 0)
        try place.read(second, month: 0)
        try place.read(first, month: 1)
        #expect(try place.read(third, month: 1) == .init(duplicates: [first.count, second.count]))
        #expect(try place.read(third, month: 1).duplicates.last == third.count)
    }

    @Test("Content of another scope is not known")
    func scopes() throws {
        var random = SplitMix64(seed: 6)
        let content = Self.lines(40, &random)
        try place.read(content)
        #expect(try place.read(content, scope: "web") == .init())
        #expect(try place.read(content, scope: "web") == .init(duplicates: [content.count]))
    }

    @Test("A run that commits often leaves one end, and each byte that it committed is known", arguments: 0..<6)
    func commits(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let content = Self.lines(200, &random)
        var identity = try place.identity()
        var start = 0
        while start < content.count {
            let next = start + Self.cutAtLine(Array(content[start...].prefix(4000)), &random).count
            let duplicates = try identity.absorb(content.span.extracting(start..<next))
            #expect(duplicates.isEmpty)
            if !identity.isInDoubt { try place.record(identity.updates(isWithinLine: false), of: &identity) }
            start = next
        }
        #expect(try place.read(content) == .init(duplicates: [content.count]))
        #expect(try place.read(content + Self.lines(3, &random)) == .init(duplicates: [content.count]))
    }

    @Test("What a killed run had committed is known to its last commit, the rest is new")
    func killed() throws {
        var random = SplitMix64(seed: 7)
        let content = Self.lines(100, &random)
        let committed = Self.cutAtLine(content, &random).count
        var identity = try place.identity()
        _ = try identity.absorb(content.span.extracting(0..<committed))
        try place.record(identity.updates(isWithinLine: false), of: &identity)
        _ = try identity.absorb(content.span.extracting(committed..<content.count))
        #expect(try place.read(content) == .init(duplicates: [committed]))
        #expect(try place.read(content).duplicates.last == content.count)
    }

    @Test("An end within a line says so when it is reached again")
    func withinLine() throws {
        var random = SplitMix64(seed: 8)
        let content = Array(Self.lines(20, &random).dropLast())
        var identity = try place.identity()
        _ = try identity.absorb(content.span)
        try place.record(identity.updates(isWithinLine: true), of: &identity)
        var again = try place.identity()
        let grown = content + [10] + Self.lines(2, &random)
        let duplicates = try again.absorb(grown.span)
        #expect(duplicates == [.duplicate(upTo: Int64(content.count), isWithinLine: true)])
    }

    @Test("Of two runs that read one input at once, the second is refused")
    func twoReaders() throws {
        var random = SplitMix64(seed: 9)
        let content = Self.lines(100, &random)
        var first = try place.identity()
        var second = try place.identity()
        _ = try first.absorb(content.span)
        _ = try second.absorb(content.span.extracting(0..<content.count / 2))
        try place.record(first.updates(isWithinLine: false), of: &first)
        let error = #expect(throws: StoreError.self) {
            try place.record(second.updates(isWithinLine: false), of: &second)
        }
        #expect(error?.kind == .busy)
    }

    @Test("An input that differs from everything known is told apart within its first block")
    func doubtEnds() throws {
        var random = SplitMix64(seed: 10)
        try place.read(Self.lines(100, &random))
        var identity = try place.identity()
        #expect(identity.isInDoubt)
        let other = Self.lines(1, &random)
        _ = try identity.absorb(other.span.extracting(0..<31))
        #expect(identity.isInDoubt)
        _ = try identity.absorb(other.span.extracting(31..<32))
        #expect(!identity.isInDoubt)
        let fresh = try IdentityStore()
        #expect(try !fresh.identity().isInDoubt)
    }
}
