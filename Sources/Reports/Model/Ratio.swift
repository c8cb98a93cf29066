/// An exact ratio of two counts.
public struct Ratio: Hashable, Sendable {
    public let numerator: Int64
    public let denominator: Int64

    public init(numerator: Int64, denominator: Int64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The ratio times `scale`, a positive number, rounded to the nearest whole number, halves away from zero; the
    /// largest number where it does not fit.
    public func scaled(by scale: Int64) -> Int64 {
        guard denominator > 0, scale > 0 else { return 0 }
        let product = numerator.magnitude.multipliedFullWidth(by: scale.magnitude)
        guard product.high < denominator.magnitude else { return numerator < 0 ? -.max : .max }
        let (quotient, remainder) = denominator.magnitude.dividingFullWidth(product)
        let rounded = remainder >= denominator.magnitude - remainder ? quotient &+ 1 : quotient
        let whole = Int64(clamping: rounded == 0 && quotient > 0 ? .max : rounded)
        return numerator < 0 ? -whole : whole
    }
}
