/// The runs of numbers that no frame of a file has, up to the greatest number there is.
///
/// They are found by the frames on either side of them, as there may be as many as frames.
struct MissingFrames {
    private var runs: [Int: ClosedRange<Int>] = [:]
    /// The first number of each run, by the number behind it.
    private var firsts: [Int: Int] = [:]
    /// Where the frame in front of a run ends, by the first number of the run.
    private var offsets: [Int: Int] = [:]

    /// - Parameters:
    ///   - sorted: the frames there are, by their numbers.
    ///   - start: where the first frame of the file should begin.
    init(among sorted: [FramePlace], from start: Int) {
        var next = 0
        var end = start
        for place in sorted {
            if place.index > next {
                runs[next] = next...(place.index - 1)
                firsts[place.index] = next
                offsets[next] = end
            }
            next = place.index + 1
            end = place.end
        }
    }

    /// Takes the run that is missing behind a frame, or else that in front of one; nil stands for the file's ends.
    mutating func take(behind previous: FramePlace?, before next: FramePlace?) -> ClosedRange<Int>? {
        runs.removeValue(forKey: previous.map { $0.index + 1 } ?? 0)
            ?? next.flatMap { firsts[$0.index] }.flatMap { runs.removeValue(forKey: $0) }
    }

    /// The runs that were not taken.
    var faults: [SealedFault] {
        runs.map { SealedFault(.missing(frames: $1), at: offsets[$0] ?? 0) }
    }
}
