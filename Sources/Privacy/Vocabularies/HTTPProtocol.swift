/// The versions of HTTP.
public enum HTTPProtocol {
    /// What stands for anything that is no version of HTTP.
    public static let other = "other"

    /// One name per version, or ``other``.
    ///
    /// Logs write `HTTP/2.0`, `http/2`, the name in TLS (`h2`, RFC 9113, section 3.1; `h2c` without TLS) or the number
    /// alone.
    public static func name(_ version: Span<UInt8>) -> String {
        if version.equals("HTTP/1.1") { return "HTTP/1.1" }
        if version.equals("HTTP/2.0") || version.equals("HTTP/2") { return "HTTP/2" }
        return names.first { $0.spellings.contains { version.equalsIgnoringCase($0) } }?.name ?? other
    }

    private static let names: [(name: String, spellings: [String])] = [
        ("HTTP/1.1", ["http/1.1", "1.1"]),
        ("HTTP/2", ["http/2.0", "http/2", "h2", "h2c", "2.0", "2"]),
        ("HTTP/3", ["http/3.0", "http/3", "h3", "3.0", "3"]),
        ("HTTP/1.0", ["http/1.0", "1.0"]),
        ("HTTP/0.9", ["http/0.9", "0.9"]),
    ]
}
