internal import Crypto
internal import Events
internal import Intake

/// Crypto-PAn: gives addresses substitutes that have exactly as many first bits in common as the addresses have (Xu,
/// Fan, Ammar and Moon, "Prefix-Preserving IP Address Anonymization", ICNP 2002).
///
///     bit i of the substitute = bit i of the address ⊕ first bit of AES-128(K, first i bits of the address ‖ rest of P)
///
/// where K is the first half of the key and P the second half, encrypted under K. IPv6 is treated alike, with 128 bits;
/// a substitute is of the same version as its address.
///
/// Networks stay visible, and that is the weakness too: whoever sends a request and finds its substitute knows the
/// beginnings of the addresses near his own. Hence a key is for one day.
///
/// An object and not a value, so that the key is in memory once.
final class PrefixPreserving: Sendable {
    private let cipher: BlockCipher
    private let pad: UInt128

    /// - Parameter key: 32 bytes.
    init(_ key: SymmetricKey) {
        precondition(key.bitCount == 256, "half of the key is AES-128's, half is the pad")
        // SAFETY: both halves are read within the call.
        (cipher, pad) = unsafe key.withUnsafeBytes { bytes in
            let cipher = unsafe BlockCipher(SymmetricKey(data: UnsafeRawBufferPointer(rebasing: bytes[..<16])))
            let pad = unsafe UInt128(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt128.self))
            return (cipher, cipher.encrypt([pad])[0])
        }
    }

    /// The substitutes of `addresses`, in their order.
    ///
    /// What an address has in common with another is worked out once: addresses of one network, given together, cost
    /// little more than the bits in which they differ.
    func substitutes(of addresses: [IPAddress]) -> [IPAddress] {
        var substitutes = addresses
        let words = addresses.map { $0.word }
        let order = addresses.indices.sorted { words[$0] < words[$1] }
        var last: (count: Int, bits: UInt128) = (0, 0)
        var mask: UInt128 = 0
        for start in stride(from: 0, to: order.count, by: PrefixPreserving.portion) {
            let portion = order[start..<min(start + PrefixPreserving.portion, order.count)]
            // The positions at which an address is unlike the one before it, or comes after such a position.
            let positions = portion.map { index in
                let (count, bits) = words[index]
                defer { last = words[index] }
                guard count == last.count else { return 0..<count }
                return min(count, (bits ^ last.bits).leadingZeroBitCount + 1)..<count
            }
            var blocks: [UInt128] = []
            for (index, positions) in zip(portion, positions) {
                for position in positions { blocks.append(block(words[index].bits, position)) }
            }
            var encrypted = cipher.encrypt(blocks)[...]
            for (index, positions) in zip(portion, positions) {
                mask &= ~(.max >> positions.lowerBound)
                for position in positions { mask |= (encrypted.removeFirst() & 1 << 127) >> position }
                substitutes[index] = IPAddress(word: (words[index].count, words[index].bits ^ mask))
            }
        }
        return substitutes
    }

    /// How many addresses are worked on at a time, so that memory stays small.
    private static let portion = 256

    /// What decides whether the bit at `position` is flipped: the bits before it.
    private func block(_ bits: UInt128, _ position: Int) -> UInt128 {
        let rest = UInt128.max >> position
        return bits & ~rest | pad & rest
    }
}

extension PrefixPreserving {
    /// The substitutes of one epoch; nil if the policy does not store addresses in this way.
    static func make(_ key: borrowing EpochKey, policy: Policy) -> PrefixPreserving? {
        guard let field = policy.field(.text(.address)), field.rule == .prefixPreserving else { return nil }
        let context = [policy.site, field.purpose.name, "\(EventField.Text.address.name)/crypto-pan", "\(key.epoch)"]
        return PrefixPreserving(KeyDerivation.derive(from: key.secret, context: context))
    }
}

extension PrefixPreserving: CustomReflectable {
    /// Empty: there is nothing in it to be printed.
    var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}

extension IPAddress {
    /// How many bits the address has, and these at the upper end of a word.
    fileprivate var word: (count: Int, bits: UInt128) {
        switch self {
        case .v4(let address): (32, UInt128(address) << 96)
        case .v6(let high, let low): (128, UInt128(high) << 64 | UInt128(low))
        }
    }

    fileprivate init(word: (count: Int, bits: UInt128)) {
        // Not through `init(high:low:)`, which would take one IPv6 address in 2⁹⁶ for IPv4.
        self =
            word.count == 32
            ? .v4(UInt32(truncatingIfNeeded: word.bits >> 96))
            : .v6(high: UInt64(truncatingIfNeeded: word.bits >> 64), low: UInt64(truncatingIfNeeded: word.bits))
    }
}
