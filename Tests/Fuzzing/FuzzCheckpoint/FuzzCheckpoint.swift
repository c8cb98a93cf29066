import FuzzSupport

/// What is known of an input: contents on record, the overlap of a pipe, input that waits, sealed tags.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    do {
        switch input.choice(8) {
        case 0: checkOverlap(&input)
        case 1: try checkSpill(&input)
        case 2: try checkSeals(&input)
        default:
            var sequence = FeedSequence()
            try sequence.run(&input)
        }
    } catch {
        fatalError("an error where none can be: \(error)")
    }
    return 0
}
