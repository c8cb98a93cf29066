/// A log format as the rest of the program sees it.
public struct LogFormat: Sendable {
    let format: any LineFormat

    init(_ format: any LineFormat) {
        self.format = format
    }

    /// What `--format` is called with.
    public var name: String { format.name }
    /// One line for `--list-formats`.
    public var summary: String { format.summary }

    func enclosed(in envelope: Envelope) -> LogFormat {
        LogFormat(EnvelopedFormat(envelope: envelope, inner: format))
    }
}
