import FuzzSupport
import Gzip

/// Gzip data in whatever pieces it comes, and data that we deflate.
///
/// The input: what to do, and two sizes of pieces, a byte each; the data.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    let mode = input.choice(4)
    let inputPiece = 1 + input.choice(256)
    let outputPiece = 1 + input.choice(256)
    let data = input.rest()
    switch mode {
    case 0: roundTrip(data, inputPiece, outputPiece)
    case 1: cap(data, outputPiece)
    default: pieces(data, inputPiece, outputPiece)
    }
    return 0
}

/// The same bytes and the same failure, whether the data comes at once or in pieces.
private func pieces(_ data: [UInt8], _ inputPiece: Int, _ outputPiece: Int) {
    let limit = 1 << 17
    let whole = Inflation(of: data, limit: limit)
    let inPieces = Inflation(of: data, inputPiece: inputPiece, outputPiece: outputPiece, limit: limit)
    guard whole.output.count < limit, inPieces.output.count < limit else {
        check(
            inPieces.output.starts(with: whole.output.prefix(inPieces.output.count)), "pieces do not change the output")
        return
    }
    check(whole.failure == inPieces.failure, "pieces do not change the failure")
    check(whole.isComplete == inPieces.isComplete, "pieces do not change where members end")
    check(whole.output == inPieces.output, "pieces do not change what is inflated")
    guard whole.failure == nil, whole.isComplete else { return }
    check(
        (try? Gzip.inflate(data.span, exactly: whole.output.count)) == whole.output,
        "what inflates piece by piece inflates at once")
    check(
        (try? Gzip.inflate(data.span, exactly: whole.output.count + 1)) == nil,
        "another size than the content's is refused")
}

/// However little input claims however much output, not much more than the permitted multiple is given.
private func cap(_ data: [UInt8], _ ratio: Int) {
    let inflation = Inflation(of: data, maximumRatio: ratio, outputPiece: Inflation.outputPiece)
    let permitted = max(1 << 20, data.count * ratio + ratio) + Inflation.outputPiece
    check(inflation.output.count <= permitted, "the output is capped")
}

/// What was deflated, in one member or several, with padding or without, inflates to itself.
private func roundTrip(_ data: [UInt8], _ inputPiece: Int, _ outputPiece: Int) {
    var deflater = GzipDeflater(level: outputPiece % 10)
    var compressed: [UInt8] = []
    deflater.deflate(data.span, appendingTo: &compressed)
    let first = compressed.count
    deflater.deflate(data.span, appendingTo: &compressed)
    compressed += [UInt8](repeating: 0, count: inputPiece % 3)
    check(Gzip.isGzip(compressed.span), "what was deflated is recognised")
    let inflation = Inflation(of: compressed, inputPiece: inputPiece, outputPiece: outputPiece)
    check(inflation.failure == nil && inflation.isComplete, "what was deflated inflates")
    check(inflation.output == data + data, "what was deflated inflates to itself")
    let cut = Inflation(of: Array(compressed[..<(first - 1 - inputPiece % min(first - 1, 8))]))
    check(cut.failure == nil && !cut.isComplete, "a cut member is not complete")
}
