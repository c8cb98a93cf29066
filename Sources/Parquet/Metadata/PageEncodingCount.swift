/// How many pages of a kind a column chunk has in an encoding (`PageEncodingStats` of the format).
struct PageEncodingCount: Hashable, Sendable {
    let pageType: Int32
    let encoding: Encoding
    var count: Int32

    var isData: Bool { pageType == PageType.data.rawValue || pageType == PageType.dataV2.rawValue }
}
