public import Events
public import Intake

/// Knows where addresses are used: the operator's country or city database in MMDB format (MaxMind DB File Format
/// Specification 2.0; GeoLite2, DB-IP and others).
///
/// The file is the work of others and grows old unattended, so nothing in it is believed: a damaged record is no place,
/// and only what has the form of an ISO 3166 code comes out, never a name, a coordinate or a network. Reading changes
/// nothing; any number of threads may share one database.
///
/// libmaxminddb, which the tests compare with, is not used here: before 1.14 a hostile file makes it run out of stack or
/// memory.
public struct PlaceDatabase: Sendable {
    /// Where the file lies.
    public let path: String
    /// What its maker calls it, such as `GeoLite2-City`.
    public var type: String { layout.type }
    /// The day, in UTC, that it was made.
    public var buildDay: Day { layout.buildDay }

    private let file: MappedFile
    private let layout: MMDBLayout
    private let startOfV4: Int

    /// How many nodes are looked at to find out whether there are countries at all.
    private static let sample = 4096

    private init(path: String, file: MappedFile, layout: MMDBLayout) {
        self.path = path
        self.file = file
        self.layout = layout
        startOfV4 = file.withBytes { layout.tree.startOfV4(in: $0) }
    }

    /// Maps the file at `path` and checks that it is sound as far as its metadata go, and that its records name
    /// countries.
    public static func open(_ path: String) throws(PlaceDatabaseError) -> PlaceDatabase {
        let file = try MappedFile.open(path)
        let layout = try file.withBytes { (bytes) throws(PlaceDatabaseError) in
            try MMDBLayout.read(bytes, path: path)
        }
        let database = PlaceDatabase(path: path, file: file, layout: layout)
        guard database.namesCountries else { throw .withoutCountries(path: path, type: layout.type) }
        return database
    }

    /// The place of `address`, nil where the database has none.
    public func place(of address: IPAddress) -> Place? {
        file.withBytes { bytes in
            layout.tree.offset(of: address, startOfV4: startOfV4, in: bytes).flatMap { place(at: $0, in: bytes) }
        }
    }

    /// Whether any of a sample of records, taken evenly from the tree, has a place.
    private var namesCountries: Bool {
        let nodes = layout.tree.nodeCount
        return file.withBytes { bytes in
            stride(from: 0, to: nodes, by: (nodes - 1) / PlaceDatabase.sample + 1).contains { node in
                layout.tree.offsets(ofNode: node, in: bytes).contains { offset in
                    offset.flatMap { place(at: $0, in: bytes) } != nil
                }
            }
        }
    }

    /// Where the address is used; failing that, where its network is registered, of which no region is known.
    private func place(at offset: Int, in bytes: Span<UInt8>) -> Place? {
        let data = bytes.extracting(layout.data)
        var decoder = MMDBDecoder()
        guard let record = decoder.value(at: offset, in: data) else { return nil }
        func code(_ map: MMDBValue?) -> Range<Int>? {
            guard let map, let code = decoder.member("iso_code", of: map, in: data), code.kind == .string else {
                return nil
            }
            return code.range
        }
        func country(_ key: String) -> CountryCode? {
            code(decoder.member(key, of: record, in: data)).flatMap { CountryCode(data.extracting($0)) }
        }
        guard let country = country("country") else {
            return country("registered_country").map { Place(country: $0, region: nil) }
        }
        let subdivision = decoder.member("subdivisions", of: record, in: data)
            .flatMap { decoder.first(of: $0, in: data) }
        let region = code(subdivision).flatMap { RegionCode(data.extracting($0), of: country) }
        return Place(country: country, region: region)
    }
}
