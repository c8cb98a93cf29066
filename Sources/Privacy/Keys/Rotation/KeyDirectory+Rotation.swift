public import Events

extension KeyDirectory {
    /// Destroys the pairs in `doomed` for good: wraps all others under a new key-encryption key and destroys the old one.
    ///
    /// A copy of the pairs from before is opened by no key that there is afterwards, an officer's included; only a
    /// copy that holds the old key as well still opens itself. The officers' entries stay as they are. Under the lock
    /// that making a pair takes too:
    ///
    /// 1. All pairs that stay are opened and wrapped anew in memory, under the number after the one in force. What does not
    ///    open, and what is no pair, is carried over as it is: it must not keep others from their destruction.
    /// 2. The new key is written, then the wrappings, in `days.next`.
    /// 3. `days.next` and `days` are exchanged in one step.
    /// 4. The old wrappings are overwritten and removed, then the old key.
    ///
    /// After a crash the same call finishes: before the exchange it is begun again towards the same key and after it only
    /// step 4 is left. If meanwhile more pairs are to be destroyed, which the interrupted rotation has wrapped under
    /// its new key, then that one cannot stay either, and another one takes its place. If there is nothing to destroy and
    /// nothing to finish, nothing is done.
    ///
    /// - Parameter doomed: a name that no pair has is fine; ``pairs(of:)`` gives those of whole days. That no new pairs of
    ///   these names are made is up to ``pair(_:makingIf:)``.
    /// - Throws: ``KeyDirectoryError``.
    public func rotateKeyEncryption(destroying doomed: Set<PairName>) throws -> KeyRotation {
        try KeyFiles.locked(path) {
            try checkFolders(days)
            try checkFolders(keyEncryption)
            let numbers = try keyEncryptionNumbers()
            let found = try wrappings(destroying: doomed)
            var inForce = numbers.last
            if numbers.count > 1 || found.isBegun || !found.doomed.isEmpty {
                if !found.isSettled(under: inForce) {
                    inForce = try exchange(found, numbers: numbers)
                }
                try KeyFiles.destroyFolder(nextDays)
                try KeyFiles.synchroniseFolder(path)
                for number in numbers where number != inForce {
                    try KeyFiles.destroy("\(number)\(KeyDirectory.suffix)", in: keyEncryption)
                }
            }
            return KeyRotation(
                replaced: numbers.filter { $0 != inForce }, inForce: inForce,
                destroyed: found.doomed.union(found.doomedAside).sorted(),
                unopenable: found.unopenable.keys.sorted().map { "\(days)/\($0)" })
        }
    }

    /// Puts a folder in the place of the live one in which all survivors lie under one key and nothing else lies.
    ///
    /// - Returns: the number of that key.
    private func exchange(_ found: PairWrappings, numbers: [UInt32]) throws -> UInt32 {
        let last = numbers.last ?? 0
        // An interrupted rotation's key is taken up again unless a pair that is to be destroyed has been wrapped under it.
        let isTakenUp = numbers.count > 1 && !found.doomedNumbers.contains(last)
        guard let target = try isTakenUp ? keyEncryptionKey(last) : newKeyEncryptionKey(after: last) else {
            throw KeyDirectoryError.missing(path: keyEncryption)
        }
        let pairs = try rewrap(found.survivors, to: target)
        if !isTakenUp { try publish(target) }
        try stage(pairs, under: target, besides: found.unopenable)
        try KeyFiles.exchange(nextDays, days, in: path)
        return target.number
    }

    private func newKeyEncryptionKey(after number: UInt32) throws(KeyDirectoryError) -> KeyEncryptionKey {
        guard number < .max else { throw .malformed(path: "\(keyEncryption)/\(number)\(KeyDirectory.suffix)") }
        return KeyEncryptionKey(number: number + 1, secret: .random())
    }

    private func publish(_ key: borrowing KeyEncryptionKey) throws(KeyDirectoryError) {
        let name = "\(key.number)\(KeyDirectory.suffix)"
        guard try KeyFiles.publish(key.secret, as: name, in: keyEncryption) else {
            throw .malformed(path: "\(keyEncryption)/\(name)")
        }
    }

    private func rewrap(
        _ pairs: [SealedPair], to target: borrowing KeyEncryptionKey
    ) throws(KeyDirectoryError) -> [SealedPair] {
        var rewrapped: [SealedPair] = []
        for pair in pairs {
            let path = "\(days)/\(fileName(of: pair.name))"
            guard let old = try keyEncryptionKey(pair.keyEncryptionNumber) else { throw .missing(path: keyEncryption) }
            do throws(SealError) {
                rewrapped.append(try pair.rewrapped(from: old, to: target))
            } catch {
                throw .malformed(path: path)
            }
        }
        return rewrapped
    }

    /// Makes the folder beside the live one hold these pairs, what is carried over as it is, and nothing else.
    ///
    /// What an interrupted rotation has wrapped under the same key is left, and what it began to write goes only after all
    /// pairs are there: so long as this key may come into force, a name tells of each pair that was wrapped under it.
    private func stage(
        _ pairs: [SealedPair], under target: borrowing KeyEncryptionKey, besides others: [String: [UInt8]]
    ) throws {
        try KeyFiles.makeFolder(nextDays)
        try checkFolders(nextDays)
        for pair in pairs where !isStaged(pair, under: target) { try stage(pair.bytes, as: fileName(of: pair.name)) }
        for (name, bytes) in others { try stage(bytes, as: name) }
        let names = Set(pairs.map { fileName(of: $0.name) }).union(others.keys)
        for name in try KeyFiles.names(in: nextDays) where !names.contains(name) {
            // A crash may have left a second name of a file that stays.
            let final = "\(nextDays)/\(KeyFiles.finalName(of: name))"
            if try !KeyFiles.removeSecondName("\(nextDays)/\(name)", of: final) {
                try KeyFiles.destroyFile("\(nextDays)/\(name)")
            }
        }
        try KeyFiles.synchroniseFolder(nextDays)
    }

    private func stage(_ bytes: [UInt8], as name: String) throws {
        try KeyFiles.destroyFile("\(nextDays)/\(name)")
        guard try KeyFiles.publish(bytes, as: name, in: nextDays) else {
            throw KeyDirectoryError.malformed(path: "\(nextDays)/\(name)")
        }
    }

    private func isStaged(_ pair: SealedPair, under target: borrowing KeyEncryptionKey) -> Bool {
        guard let staged = try? self.pair(pair.name, in: nextDays), staged.publicHalf == pair.publicHalf else {
            return false
        }
        return staged.keyEncryptionNumber == target.number && (try? staged.unwrapped(under: target)) != nil
    }
}
