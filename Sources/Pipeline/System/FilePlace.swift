import Glibc

/// Where files lie, whatever they are called.
enum FilePlace {
    /// Whether a file that may not be there yet would lie in a folder or below it.
    static func lies(_ path: String, within folder: String) -> Bool {
        guard let parent = resolved(parent(of: path)), let folder = resolved(folder) else { return false }
        return parent == folder || parent.hasPrefix(folder + "/")
    }

    /// The path from the root on to a file that is there, under the name that it was given; nil if its folder is not there.
    static func absolute(_ path: String) -> String? {
        resolved(parent(of: path)).map { $0 + ($0.hasSuffix("/") ? "" : "/") + name(of: path) }
    }

    /// The folder in which a path lies.
    static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    private static func name(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }

    /// A path without links and dots; nil if there is nothing there.
    private static func resolved(_ path: String) -> String? {
        // SAFETY: `realpath` allocates the text, which is copied before it is given back.
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
