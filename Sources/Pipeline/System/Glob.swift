import Glibc

/// The paths that a pattern stands for (glob(3)): `*`, `?` and `[…]`.
public enum Glob {
    /// Whether the text has a character that makes it a pattern.
    public static func isPattern(_ text: String) -> Bool { text.utf8.contains { "*?[".utf8.contains($0) } }

    /// The paths that an argument stands for: itself, unless it is a pattern and there is no file of that name.
    public static func paths(meantBy argument: String) -> [String] {
        // SAFETY: the call reads the terminated string that the compiler makes of the argument.
        let isThere = unsafe access(argument, F_OK) == 0
        return isPattern(argument) && !isThere ? paths(matching: argument) : [argument]
    }

    /// All paths that match, in the order of their bytes; what cannot be looked into is passed over.
    public static func paths(matching pattern: String) -> [String] {
        var result = unsafe glob_t()
        // SAFETY: the structure outlives the calls, and is freed once whatever the outcome.
        defer { unsafe globfree(&result) }
        guard unsafe glob(pattern, GLOB_NOSORT, nil, &result) == 0, let paths = unsafe result.gl_pathv else {
            return []
        }
        // SAFETY: the call has made `gl_pathc` terminated strings, which are copied.
        let found = unsafe (0..<Int(result.gl_pathc)).compactMap { index in
            unsafe paths[index].map { unsafe String(cString: $0) }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
