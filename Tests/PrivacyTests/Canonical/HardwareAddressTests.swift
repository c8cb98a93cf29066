import TestSupport
import Testing

@testable import Privacy

@Suite("Hardware addresses and device ids")
struct HardwareAddressTests {
    private static func parse(_ text: String) -> HardwareAddress? {
        HardwareAddress(Array(text.utf8).span)
    }

    @Test(
        "Every notation of a MAC address is that address",
        arguments: ["00:00:5e:00:53:01", "00-00-5E-00-53-01", "0000.5e00.5301", "00005E005301"])
    func notations(_ text: String) {
        let address = Self.parse(text)
        #expect(address?.byteCount == 6)
        #expect(address?.value == 0x0000_5E00_5301)
        #expect(address?.isLocallyAdministered == false)
    }

    @Test("An address that the device made up is told by its bit")
    func local() {
        #expect(Self.parse("02:00:5e:00:53:01")?.isLocallyAdministered == true)
        #expect(Self.parse("02-00-5e-10-00-00-00-01")?.isLocallyAdministered == true)
    }

    @Test(
        "What is no hardware address is none",
        arguments: [
            "", ":", "00:00:5e:00:53", "00:00:5e:00:53:01:02", "00:00:5e:00:53:0g", ":00:00:5e:00:53:01",
            "00005e00530", "00:005e:00:53:01", "000:0:5e:00:53:01", "0000.5e005301", "00::5e:00:53:01:01",
        ])
    func garbage(_ text: String) {
        #expect(Self.parse(text) == nil)
    }

    private struct Vectors: Decodable {
        let valid: [String: String]
        let invalid: [String]
    }

    // Needs ../shared/data beside the package.
    @Test("The published list of hardware addresses is read", .enabled(if: SharedData.isThere, "no ../shared/data"))
    func published() throws {
        let vectors = try SharedVectors.object(Vectors.self, "addresses/extracted/go_mac.json")
        for (text, digits) in vectors.valid {
            let value =
                bytes(hex: digits).count <= 8 ? bytes(hex: digits).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } : nil
            // 20 bytes are an InfiniBand address, which no log of ours has.
            #expect(Self.parse(text)?.value == value, "\(text)")
            #expect(Self.parse(text).map(\.byteCount) == (value == nil ? nil : digits.count / 2), "\(text)")
        }
        for text in vectors.invalid { #expect(Self.parse(text) == nil, "\(text)") }
    }

    @Test(
        "Every notation of a UUID is that UUID",
        arguments: [
            "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
            "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "URN:UUID:f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "f81d4fae7dec11d0a76500a0c91e6bf6",
        ])
    func uuid(_ text: String) {
        let device = DeviceUUID(Array(text.utf8).span)
        #expect(device?.high == 0xF81D_4FAE_7DEC_11D0)
        #expect(device?.low == 0xA765_00A0_C91E_6BF6)
        #expect(device?.isNull == false)
    }

    @Test(
        "The ids that devices send when they have none are null",
        arguments: ["00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"])
    func null(_ text: String) {
        #expect(DeviceUUID(Array(text.utf8).span)?.isNull == true)
    }

    @Test(
        "What is no UUID is none",
        arguments: [
            "", "urn:uuid:", "{}", "f81d4fae-7dec-11d0-a765-00a0c91e6bf", "f81d4fae_7dec-11d0-a765-00a0c91e6bf6",
        ])
    func noUUID(_ text: String) {
        #expect(DeviceUUID(Array(text.utf8).span) == nil)
    }
}
