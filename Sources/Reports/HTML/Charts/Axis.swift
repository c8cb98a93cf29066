/// A scale from zero to a round number, with round steps.
struct Axis {
    /// The steps above zero, at most five; the last is the end of the scale.
    let steps: [Int64]

    var end: Int64 { steps[steps.count - 1] }

    init(to largest: Int64) {
        let largest = max(1, min(largest, .max / 8))
        var size: Int64 = 1
        while size * 50 < largest { size *= 10 }
        let step = [size, size * 2, size * 5, size * 10].first { $0 * 5 >= largest } ?? size * 10
        steps = (1...(largest + step - 1) / step).map { $0 * step }
    }

    /// How far up `value` lies, of `length`.
    func position(_ value: Int64, of length: Int) -> Int {
        Int(Ratio(numerator: max(0, min(value, end)), denominator: end).scaled(by: Int64(length)))
    }
}
