/// The request methods of IANA's "HTTP Method Registry" (RFC 9110, section 16.1).
public enum HTTPMethod {
    /// What stands for a method that is not registered.
    public static let other = "other"

    /// The registered name equal to `method`, or ``other``; methods are case-sensitive.
    public static func name(_ method: Span<UInt8>) -> String {
        if method.equals("GET") { return "GET" }
        if method.equals("POST") { return "POST" }
        if method.equals("HEAD") { return "HEAD" }
        return names.first { method.equals($0) } ?? other
    }

    private static let names: [String] = [
        "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE",
        "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "COPY", "LABEL", "LINK", "LOCK", "MERGE",
        "MKACTIVITY",
        "MKCALENDAR", "MKCOL", "MKREDIRECTREF", "MKWORKSPACE", "MOVE", "ORDERPATCH", "PRI", "PROPFIND", "PROPPATCH",
        "REBIND", "REPORT", "SEARCH", "UNBIND", "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE", "UPDATEREDIRECTREF",
        "VERSION-CONTROL",
    ]
}
