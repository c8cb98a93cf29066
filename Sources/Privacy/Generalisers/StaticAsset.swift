/// Tells files that a page loads by itself from pages and downloads.
///
/// Scripts, styles, images, fonts, sound and video are assets; documents and archives (`pdf`, `zip`) are what somebody
/// asked for.
public enum StaticAsset {
    /// Whether the last segment of a path ends with the extension of an asset; `path` has no query.
    public static func isAsset(_ path: Span<UInt8>) -> Bool {
        var index = path.count
        let lowest = max(0, path.count - 13)
        while index > lowest {
            index -= 1
            let byte = path[index]
            if byte == UInt8(ascii: ".") {
                return FileExtension.assets.contains(path.extracting((index + 1)..<path.count))
            }
            guard ASCII.isAlphanumeric(byte) else { return false }
        }
        return false
    }
}
