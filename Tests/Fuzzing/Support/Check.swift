/// Ends the run as a finding if a promise does not hold.
///
/// Unlike `precondition`, it says what is wrong in optimised builds, too.
@inline(__always)
public func check(
    _ condition: @autoclosure () throws -> Bool, _ promise: StaticString, file: StaticString = #fileID,
    line: UInt = #line
) rethrows {
    if try !condition() { fatalError("\(promise)", file: file, line: line) }
}
