internal import Events

extension KeyDirectory {
    /// Where a rotation prepares the folder of the pairs, and where the old one lies after the exchange.
    var nextDays: String { days + ".next" }

    /// Looks through the live folder and the one beside it; for those who hold the lock.
    ///
    /// - Throws: ``KeyDirectoryError`` for what is no plain file of ours, or is larger than any pair.
    func wrappings(destroying doomed: Set<PairName>) throws(KeyDirectoryError) -> PairWrappings {
        var found = PairWrappings()
        for name in try KeyFiles.names(in: days) {
            let pair = pairName(ofFile: name)
            if let pair, doomed.contains(pair) {
                found.doomed.insert(pair)
                if let number = try number(in: "\(days)/\(name)") {
                    found.doomedNumbers.insert(number)
                } else {
                    // A header that cannot be read may hide any number.
                    try found.doomedNumbers.formUnion(keyEncryptionNumbers())
                }
            } else if pair.map({ name == fileName(of: $0) }) ?? true {
                try keep(name, of: pair, in: &found)
            }
        }
        guard try KeyFiles.isThere(nextDays) else { return found }
        try checkFolders(nextDays)
        found.isBegun = true
        for name in try KeyFiles.names(in: nextDays) {
            guard let pair = pairName(ofFile: name), doomed.contains(pair) else { continue }
            found.doomedAside.insert(pair)
            // A header that cannot be read was overwritten by a rotation after its exchange: its key goes anyhow.
            if let number = try number(in: "\(nextDays)/\(name)") { found.doomedNumbers.insert(number) }
        }
        return found
    }

    /// Takes note of a file that stays: a pair that opens, or something that is carried over as it is.
    private func keep(_ name: String, of pair: PairName?, in found: inout PairWrappings) throws(KeyDirectoryError) {
        guard let content = try KeyFiles.readWhole("\(days)/\(name)", atMost: SealedPair.byteLimit) else { return }
        let bytes = unsafe content.withUnsafeBytes { unsafe Array($0) }
        if let pair = pair.flatMap({ SealedPair(bytes, name: $0) }),
            let key = try keyEncryptionKey(pair.keyEncryptionNumber),
            (try? pair.unwrapped(under: key)) != nil
        {
            found.survivors.append(pair)
        } else {
            found.unopenable[name] = bytes
        }
    }

    /// The number of the key-encryption key in what may be only the beginning of a pair; nil if there is none.
    private func number(in file: String) throws(KeyDirectoryError) -> UInt32? {
        guard let content = try KeyFiles.readWhole(file, atMost: SealedPair.byteLimit) else { return nil }
        return SealedPair.keyEncryptionNumber(in: unsafe content.withUnsafeBytes { unsafe Array($0) })
    }
}
