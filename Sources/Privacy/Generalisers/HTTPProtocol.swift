/// The versions of HTTP.
public enum HTTPProtocol {
    /// What stands for anything that is no version of HTTP.
    public static let other = "other"

    /// One name per version (`HTTP/2` for `HTTP/2.0` too), or ``other``.
    public static func name(_ version: Span<UInt8>) -> String {
        if version.equals("HTTP/1.1") { return "HTTP/1.1" }
        if version.equals("HTTP/2.0") || version.equals("HTTP/2") { return "HTTP/2" }
        if version.equals("HTTP/3.0") || version.equals("HTTP/3") { return "HTTP/3" }
        if version.equals("HTTP/1.0") { return "HTTP/1.0" }
        return version.equals("HTTP/0.9") ? "HTTP/0.9" : other
    }
}
