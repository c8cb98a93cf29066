/// The versions of TLS and what came before it.
public enum TLSVersion {
    /// What stands for anything that is no version of TLS.
    public static let other = "other"

    /// One name per version (`TLSv1.3`), or ``other``.
    ///
    /// Servers write `TLSv1.3`, `TLS 1.3`, `TLS1_3`, `tls13` or the number on the wire (`772`, `0x0304`; RFC 8446,
    /// section 4.2.1). Case and separators do not count.
    public static func name(_ version: Span<UInt8>) -> String {
        guard version.count <= 16 else { return other }
        var key: [UInt8] = []
        for index in 0..<version.count where ASCII.isAlphanumeric(version[index]) {
            key.append(ASCII.lowercased(version[index]))
        }
        return names.first { $0.spellings.contains { key.span.equals($0) } }?.name ?? other
    }

    private static let names: [(name: String, spellings: [String])] = [
        ("TLSv1.3", ["tlsv13", "tls13", "13", "772", "0x0304", "0304"]),
        ("TLSv1.2", ["tlsv12", "tls12", "12", "771", "0x0303", "0303"]),
        ("TLSv1.1", ["tlsv11", "tls11", "11", "770", "0x0302", "0302"]),
        ("TLSv1", ["tlsv1", "tls1", "tlsv10", "tls10", "10", "769", "0x0301", "0301"]),
        ("SSLv3", ["sslv3", "ssl3", "sslv30", "ssl30", "768", "0x0300", "0300"]),
        ("SSLv2", ["sslv2", "ssl2", "sslv20", "ssl20"]),
        ("DTLSv1.3", ["dtlsv13", "dtls13"]),
        ("DTLSv1.2", ["dtlsv12", "dtls12"]),
        ("DTLSv1", ["dtlsv1", "dtls1", "dtlsv10", "dtls10"]),
    ]
}
