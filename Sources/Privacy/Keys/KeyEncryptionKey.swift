/// The key under which the private halves of all days are sealed once more.
///
/// Its number is that of its file, and the one with the highest number is in force. A day is destroyed by wrapping all
/// others under a new key of the next number and destroying this one; until then it never changes.
public struct KeyEncryptionKey: ~Copyable, Sendable {
    public let number: UInt32
    let secret: SecretKey

    init(number: UInt32, secret: consuming SecretKey) {
        self.number = number
        self.secret = secret
    }
}
