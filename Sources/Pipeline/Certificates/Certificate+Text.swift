import Events

extension Certificate {
    /// The value of the member `version`.
    static let version = 1

    /// What the member `replaced_partitions` says of its files.
    static let replacedRemark = "deleted, not crypto-erased"

    /// The certificate as a JSON object in one line, its members always in the same order: what is signed.
    ///
    /// Members that have no value are left out.
    var text: String {
        var members: [(String, String)] = [
            ("version", String(Certificate.version)), ("class", JSONText.quoted(kind.rawValue)),
            ("day", JSONText.quoted(day.description)),
        ]
        if let term { members.append(("term", JSONText.quoted(term.description))) }
        if let basis { members.append(("basis", JSONText.quoted(basis))) }
        if let hold { members.append(("hold", hold.text)) }
        if let request { members.append(("request", String(request))) }
        members += [
            ("last_kept", JSONText.quoted(lastKept.description)),
            ("destroyed", JSONText.quoted(UTCTime.text(milliseconds: destroyed))),
            ("method", JSONText.quoted(method.rawValue)),
        ]
        if let store { members.append(("store", JSONText.quoted(store))) }
        if let keys { members.append(("keys", keys.text)) }
        if let keyDirectory { members.append(("key_directory", keyDirectory.text)) }
        members += [
            ("tier", JSONText.quoted(tier)), ("officers", JSONText.array(officers.map(\.text))),
            ("files", JSONText.array(files.map(\.text))),
            (
                "replaced_partitions",
                JSONText.object([
                    ("remark", JSONText.quoted(Certificate.replacedRemark)),
                    ("files", JSONText.array(replacedPartitions.map(\.text))),
                ])
            ),
            ("inputs_left", JSONText.array(inputsLeft.map(JSONText.quoted))),
        ]
        return JSONText.object(members)
    }
}

extension Certificate.Hold {
    fileprivate var text: String {
        JSONText.object([("number", String(number)), ("released", released ? "true" : "false")])
    }
}

extension Certificate.Keys {
    fileprivate var text: String {
        JSONText.object([
            ("day", JSONText.quoted(day)), ("key_encryption_destroyed", String(keyEncryptionDestroyed)),
            ("key_encryption_now", String(keyEncryptionNow)),
        ])
    }
}

extension Certificate.KeyDirectoryDigests {
    fileprivate var text: String {
        JSONText.object([("before", JSONText.quoted(before)), ("after", JSONText.quoted(after))])
    }
}

extension Certificate.OfficerEntry {
    fileprivate var text: String {
        JSONText.object([
            ("name", JSONText.quoted(name)), ("fingerprint", JSONText.quoted(fingerprint)),
            ("private_half_waits", privateHalfWaits ? "true" : "false"),
        ])
    }
}

extension Certificate.File {
    fileprivate var text: String {
        JSONText.object([
            ("name", JSONText.quoted(name)), ("bytes", String(bytes)), ("sha256", JSONText.quoted(sha256)),
            ("lines", String(lines)),
        ])
    }
}

extension Certificate.ReplacedPartition {
    fileprivate var text: String {
        JSONText.object([("name", JSONText.quoted(name)), ("sha256", JSONText.quoted(sha256))])
    }
}
