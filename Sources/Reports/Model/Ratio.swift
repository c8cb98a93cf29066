/// An exact ratio of two counts.
public struct Ratio: Hashable, Sendable {
    public let numerator: Int64
    public let denominator: Int64

    public init(numerator: Int64, denominator: Int64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The ratio times `scale`, rounded to the nearest whole number.
    public func scaled(by scale: Int64) -> Int64 {
        guard denominator > 0 else { return 0 }
        let product = numerator.multipliedFullWidth(by: scale)
        // Counts of a log are far below this; the guard keeps the division from trapping.
        guard product.high.magnitude <= denominator.magnitude / 4 else { return .max }
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        let rounds = remainder.magnitude >= denominator.magnitude - remainder.magnitude
        return rounds ? quotient + (numerator < 0 ? -1 : 1) : quotient
    }
}
