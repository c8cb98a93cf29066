/// A hardware address (EUI-48, the usual MAC address, or EUI-64) without its notation.
struct HardwareAddress: Equatable {
    /// 6 or 8.
    let byteCount: Int
    /// The address as a big-endian integer.
    let value: UInt64

    /// Reads `00:00:5e:00:53:01`, `00-00-5e-00-53-01`, `0000.5e00.5301`, `00005e005301` and the same forms of EUI-64.
    init?(_ text: Span<UInt8>) {
        var value: UInt64 = 0
        var digits = 0
        var separator: UInt8 = 0
        var separators = 0
        for offset in text.indices {
            let byte = text[offset]
            if let digit = ASCII.hexValue(byte) {
                guard digits < 16 else { return nil }
                value = value << 4 | UInt64(digit)
                digits += 1
            } else {
                guard let width = HardwareAddress.digits(before: byte), separators == 0 || separator == byte
                else { return nil }
                separator = byte
                separators += 1
                guard digits == separators * width else { return nil }
            }
        }
        guard digits == 12 || digits == 16 else { return nil }
        if let width = HardwareAddress.digits(before: separator) {
            guard digits == (separators + 1) * width else { return nil }
        }
        byteCount = digits / 2
        self.value = value
    }

    /// Whether the address was made up by the device and not given by its maker (the U/L bit, IEEE 802-2014, clause
    /// 8.2.2).
    var isLocallyAdministered: Bool {
        value >> UInt64(byteCount * 8 - 8) & 2 != 0
    }

    /// Whether all bits are 0, or 1: what stands where a device has no address, or for all devices at once.
    var isNull: Bool {
        value == 0 || value == .max >> UInt64(64 - byteCount * 8)
    }

    /// How many digits stand between two separators; nil if `separator` is none.
    private static func digits(before separator: UInt8) -> Int? {
        switch separator {
        case UInt8(ascii: ":"), UInt8(ascii: "-"): 2
        case UInt8(ascii: "."): 4
        default: nil
        }
    }
}
