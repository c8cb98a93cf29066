/// What is kept of where an address is used.
public struct Place: Hashable, Sendable {
    public let country: CountryCode
    /// The country's first level of subdivision, if the database knows it.
    public let region: RegionCode?
}
