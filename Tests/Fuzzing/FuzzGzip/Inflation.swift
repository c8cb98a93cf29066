import FuzzSupport
import Gzip

/// What gzip data inflates to.
struct Inflation {
    /// The most that one call gives.
    static let outputPiece = 1 << 16
    private(set) var output: [UInt8] = []
    private(set) var failure: GzipError?
    let isComplete: Bool

    /// - Parameter limit: how much output is enough: what comes then shows nothing new.
    init(
        of data: [UInt8], maximumRatio: Int = 1100, inputPiece: Int = .max, outputPiece: Int = Inflation.outputPiece,
        limit: Int = 1 << 22
    ) {
        var inflater = GzipInflater(maximumRatio: maximumRatio)
        var buffer = [UInt8](repeating: 0, count: outputPiece)
        var position = 0
        while output.count < limit {
            let end = position + min(inputPiece, data.count - position)
            let before = inflater.producedBytes
            do throws(GzipError) {
                let progress = try inflater.inflate(data.span.extracting(position..<end), into: &buffer, at: 0)
                check(
                    progress.consumed == end - position || progress.produced == buffer.count,
                    "a call takes all input or fills the output")
                position += progress.consumed
                output += buffer[..<progress.produced]
                if progress.consumed == 0, progress.produced == 0 { break }
            } catch {
                output += buffer[..<Int(inflater.producedBytes - before)]
                failure = error
                break
            }
        }
        check(inflater.producedBytes == Int64(output.count), "what was given is counted")
        isComplete = inflater.isAtBoundary
    }
}
