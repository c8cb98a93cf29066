/// What identity of input promises, in terms of whole lines, each a number: no blocks, no tags, no pieces.
struct IdentityModel {
    private struct Content {
        var month: Int
        var lines: ArraySlice<Int>
        var ends: Set<Int>
    }

    /// A place at which known content may begin, with the contents that may lie there.
    private struct Thread {
        let start: Int
        /// For each content, how many of its lines are those of the input from `start` on.
        let agreement: [Int: Int]
        /// The content that was matched to its end and goes on here.
        var grown: (content: Int, length: Int)?
        /// Lengths up to which an older month's key knew it.
        var stops: Set<Int> = []
        /// Whether the thread tells the input as a whole, next to those that tell its parts.
        var isAside = false
    }

    struct Verdict: Equatable {
        /// The offsets up to which everything is known: lines in the model, bytes elsewhere.
        var duplicates: [Int] = []
        /// Whether the input ends while it agrees with known content.
        var endsInDoubt = false
    }

    private var contents: [Content] = []

    /// Reads an input and remembers it under the key of `month`; contents of months before `oldest` are forgotten.
    mutating func read(_ input: [Int], month: Int, oldest: Int) -> Verdict {
        var verdict = Verdict()
        var matched: Set<Int> = []
        var offset = 0
        var threads = [thread(input, at: 0, excluding: matched, oldest: oldest)]
        while let end = threads.compactMap({ nextEnd($0, after: offset) }).min() {
            offset = end
            var kept: [Thread] = []
            for var thread in threads {
                let length = offset - thread.start
                let candidates = thread.agreement.filter { $0.value >= length }.keys.sorted()
                let ending = candidates.filter { contents[$0].ends.contains(length) }
                // Each month's key matches the first of its contents.
                let matches = (oldest...month).compactMap { month in ending.first { contents[$0].month == month } }
                matched.formUnion(matches)
                if let own = matches.first(where: { contents[$0].month == month }) {
                    thread.grown = (own, length)
                    thread.isAside = false
                } else if !matches.isEmpty {
                    thread.stops.insert(length)
                }
                if ending.isEmpty, !candidates.contains(where: { contents[$0].lines.count > length }) {
                    guard thread.start == 0 else {
                        if !thread.stops.isEmpty { remember(thread, input, month: month, end: nil) }
                        continue
                    }
                    if thread.stops.isEmpty { thread.grown = nil }
                    thread.isAside = true
                }
                kept.append(thread)
            }
            verdict.duplicates.append(offset)
            threads = kept + [thread(input, at: offset, excluding: matched, oldest: oldest)]
        }
        verdict.endsInDoubt =
            offset < input.count
            && threads.contains { thread in
                let length = input.count - thread.start
                return thread.agreement.contains { $0.value == length && contents[$0.key].lines.count > length }
            }
        let hasNew = offset < input.count && !verdict.endsInDoubt
        for thread in threads {
            let goesOn = thread.grown != nil || thread.start >= offset || thread.isAside
            if (hasNew && goesOn) || !thread.stops.isEmpty {
                remember(thread, input, month: month, end: hasNew ? input.count : nil)
            }
        }
        return verdict
    }

    /// Where the thread next comes to an end of a known content.
    private func nextEnd(_ thread: Thread, after offset: Int) -> Int? {
        thread.agreement.compactMap { content, agreement in
            contents[content].ends.filter { $0 <= agreement && thread.start + $0 > offset }.min()
        }.min().map { thread.start + $0 }
    }

    private func thread(_ input: [Int], at start: Int, excluding matched: Set<Int>, oldest: Int) -> Thread {
        var agreement: [Int: Int] = [:]
        for index in contents.indices where contents[index].month >= oldest && !matched.contains(index) {
            agreement[index] = zip(contents[index].lines, input[start...]).prefix { $0 == $1 }.count
        }
        return Thread(start: start, agreement: agreement)
    }

    /// Puts a thread's stops on record, and its end at a place of the input if it goes on to there.
    private mutating func remember(_ thread: Thread, _ input: [Int], month: Int, end: Int?) {
        let ends = thread.stops.union(end.map { [$0 - thread.start] } ?? [])
        let lines = input[thread.start..<thread.start + (ends.max() ?? 0)]
        if let grown = thread.grown, contents[grown.content].lines.count == grown.length, !thread.isAside {
            if lines.count > grown.length { contents[grown.content].lines = lines }
            contents[grown.content].ends.formUnion(ends)
        } else {
            contents.append(Content(month: month, lines: lines, ends: ends))
        }
    }
}
