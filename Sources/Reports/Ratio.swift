/// An exact ratio of two counts.
struct Ratio: Sendable {
    let numerator: Int64
    let denominator: Int64

    /// The ratio times `scale`, rounded to the nearest whole number.
    func scaled(by scale: Int64) -> Int64 {
        guard denominator > 0 else { return 0 }
        let product = numerator.multipliedFullWidth(by: scale)
        // Counts of a log are far below this; the guard keeps the division from trapping.
        guard product.high.magnitude <= denominator.magnitude / 4 else { return .max }
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        let rounds = remainder.magnitude >= denominator.magnitude - remainder.magnitude
        return rounds ? quotient + (numerator < 0 ? -1 : 1) : quotient
    }
}
