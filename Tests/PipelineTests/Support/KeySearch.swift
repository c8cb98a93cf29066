import Events
import Foundation
import Intake

@testable import Privacy

/// An attacker who takes whatever the files of some folders hold for a key, to work out the pseudonyms of visitors that
/// he knows.
struct KeySearch {
    private let policy: Policy
    private let epoch: Epoch
    /// What is hashed for each of the known visitors.
    private let messages: [[UInt8]]

    /// - Parameter visitors: addresses and agents.
    init(_ visitors: [(address: String, agent: String)], policy: Policy, epoch: Epoch) {
        self.policy = policy
        self.epoch = epoch
        messages = visitors.map { address, agent in
            var message = [Pseudonymizer.version]
            let text = Array(address.utf8)
            IdentifierPart.appendVisitor(IPAddress(text.span), text.span, to: &message)
            IdentifierPart.appendAgent(Array(agent.utf8).span, to: &message)
            return message
        }
    }

    /// What was found.
    struct Findings: Equatable {
        var files = 0
        var candidates = 0
        /// Files that hold a key with which pseudonyms can be worked out.
        var keyFiles: Set<String> = []
        /// Of the pseudonyms that were looked for, those that can be worked out.
        var pseudonyms: Set<Pseudonym> = []
    }

    /// Tries every 32 bytes of every file, at every offset, and every 64 hexadecimal digits, as the key of the epoch.
    ///
    /// Bytes with fewer than 16 different values are passed over: of random keys less than one in 10¹² is such.
    func search(_ folders: [String], for stored: Set<Pseudonym>) throws -> Findings {
        var findings = Findings()
        var tried: Set<[UInt8]> = []
        for path in try folders.flatMap(KeySearch.files(below:)) {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            findings.files += 1
            for candidate in KeySearch.windows(bytes) + KeySearch.hexadecimal(bytes)
            where tried.insert(candidate).inserted {
                findings.candidates += 1
                // One visitor is enough to know the key by.
                guard stored.contains(pseudonym(of: messages[0], candidate)) else { continue }
                findings.keyFiles.insert((path as NSString).lastPathComponent)
                findings.pseudonyms.formUnion(stored.intersection(messages.map { pseudonym(of: $0, candidate) }))
            }
        }
        return findings
    }

    private func pseudonym(of message: [UInt8], _ key: [UInt8]) -> Pseudonym {
        let secret = unsafe SecretKey { buffer in unsafe buffer.copyBytes(from: key) }
        let purpose = policy.field(.identity(.visitor))?.purpose.name ?? ""
        let context = [policy.site, purpose, EventField.Identity.visitor.name, "\(epoch)"]
        var mac = KeyedMAC(KeyDerivation.derive(from: secret, context: context))
        mac.update(message.span)
        let (high, low) = mac.tag()
        return Pseudonym(high: high, low: low)
    }

    private static func windows(_ bytes: [UInt8]) -> [[UInt8]] {
        var counts = [Int](repeating: 0, count: 256)
        var distinct = 0
        var found: [[UInt8]] = []
        for (index, byte) in bytes.enumerated() {
            if counts[Int(byte)] == 0 { distinct += 1 }
            counts[Int(byte)] += 1
            if index >= 32 {
                let left = Int(bytes[index - 32])
                counts[left] -= 1
                if counts[left] == 0 { distinct -= 1 }
            }
            if index >= 31, distinct >= 16 { found.append(Array(bytes[(index - 31)...index])) }
        }
        return found
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> [[UInt8]] {
        var run = 0
        var found: [[UInt8]] = []
        for (index, byte) in bytes.enumerated() {
            run = Character(UnicodeScalar(byte)).isHexDigit ? run + 1 : 0
            guard run >= 64 else { continue }
            let digits = bytes[(index - 63)...index].compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            found.append(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
        }
        return found
    }

    /// Every file below a folder, hidden ones too.
    static func files(below folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).map { folder + "/" + $0 }.filter { path in
            try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular
        }
    }
}
