import FuzzSupport
import Intake
import Privacy

private let file = NamelessFile()

/// A file of places in MMDB format.
///
/// The input: an address of 32 bits, the upper half of one of 128; the file. Promised is a typed error or a database,
/// and of the database that it gives codes and nothing else, the same whenever it is asked, and the same for an IPv4
/// address however it is put.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = unsafe FuzzInput(start, count)
    let bits = UInt32(input.number(ofBytes: 4))
    let high = input.number(ofBytes: 8)
    file.write(input.rest())
    // A database that cannot be used is refused with a typed error; `open` throws no other.
    guard let database = try? PlaceDatabase.open(file.path) else { return 0 }
    check(database.type.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "the type can be shown")
    for address in [0, bits, .max, 0xC633_6401, 0xC633_64C8, 0xCB00_7109, 0xCB00_7111] {
        check(database, .v4(address))
        let inVersion6 = database.place(of: .v6(high: 0, low: UInt64(address)))
        check(
            inVersion6 == nil || inVersion6 == database.place(of: .v4(address)),
            "IPv4 addresses lie in the tree of IPv6 under ::/96")
    }
    for address in [0, high, .max, 0x2001_0DB8_0001_0000, 0x2001_0DB8_0002_0000] {
        check(database, .v6(high: address, low: 1))
    }
    return 0
}

private func check(_ database: PlaceDatabase, _ address: IPAddress) {
    let place = database.place(of: address)
    check(place == database.place(of: address), "a lookup changes nothing")
    guard let place else { return }
    let country = place.country.description
    check(country.utf8.count == 2 && country.utf8.allSatisfy(isCapital), "a country is two capital letters")
    guard let region = place.region?.description else { return }
    check(region.hasPrefix(country + "-"), "a region lies in its country")
    let subdivision = region.utf8.dropFirst(3)
    check(
        (1...3).contains(subdivision.count) && subdivision.allSatisfy { isCapital($0) || (0x30...0x39).contains($0) },
        "a subdivision is up to three letters and digits")
}

private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

extension FuzzInput {
    /// A number, its highest byte first.
    fileprivate mutating func number(ofBytes count: Int) -> UInt64 {
        (0..<count).reduce(0) { number, _ in number << 8 | UInt64(byte()) }
    }
}
