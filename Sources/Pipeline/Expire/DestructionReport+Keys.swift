import Events
import Privacy

extension DestructionReport {
    /// What the pair of a day says of itself; nil if there is none, or none that can be read.
    static func pair(of day: Day, in directory: KeyDirectory) throws -> Pair? {
        try pair { try directory.dayKey(day, create: false) }
    }

    /// What a pair says of itself; nil if there is none, or none that can be read.
    static func pair(_ name: PairName, in directory: KeyDirectory) throws -> Pair? {
        try pair { try directory.pair(name, create: false) }
    }

    private static func pair(_ find: () throws -> SealedPair?) throws -> Pair? {
        do {
            return try find().map {
                Pair(fingerprint: $0.publicHalf.fingerprint, keyEncryption: $0.keyEncryptionNumber)
            }
        } catch let error as KeyDirectoryError where !error.isPermission {
            return nil
        }
    }

    /// The officers, and a remark if they cannot be told: that must not keep days from their destruction.
    static func officers(in directory: KeyDirectory) throws(KeyDirectoryError) -> (officers: [Officer], remark: String?)
    {
        do throws(KeyDirectoryError) {
            let waiting = try directory.waitingKey()
            let officers = try directory.officers().map {
                Officer(
                    name: $0.name, fingerprint: $0.publicHalf.fingerprint, privateHalfWaits: $0.publicHalf == waiting)
            }
            return (officers, nil)
        } catch  where !error.isPermission {
            return ([], "The certificates do not name the officers: \(error).")
        }
    }
}
