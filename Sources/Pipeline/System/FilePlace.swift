import Glibc

/// Where files lie, whatever they are called.
enum FilePlace {
    /// Whether a file that may not be there yet would lie in a folder or below it.
    static func lies(_ path: String, within folder: String) -> Bool {
        let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let parent = resolved(parent), let folder = resolved(folder) else { return false }
        return parent == folder || parent.hasPrefix(folder + "/")
    }

    /// A path without links and dots; nil if there is nothing there.
    private static func resolved(_ path: String) -> String? {
        // SAFETY: `realpath` allocates the text, which is copied before it is given back.
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}
