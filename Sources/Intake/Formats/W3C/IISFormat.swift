import Events

/// A log of IIS without its `#Fields` line, cut off or never written to the pipe: the columns that IIS writes if nobody
/// chooses others, and all of them.
///
/// Lines are told apart by the number of their columns, and by what must be a method, an address and a status.
struct IISFormat: LineFormat {
    let name = "iis"
    let summary = "IIS's usual columns, in a log without its #Fields line"

    private static let layouts: [ColumnLayout] = {
        let front = "date time"
        let request = "cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
        let status = "sc-status sc-substatus sc-win32-status"
        let client = "cs(User-Agent) cs(Cookie) cs(Referer) cs-host"
        let all =
            "\(front) s-sitename s-computername s-ip \(request) cs-version \(client) \(status) sc-bytes cs-bytes time-taken"
        return [
            "\(front) s-ip \(request) cs(User-Agent) \(status)",
            "\(front) s-ip \(request) cs(User-Agent) \(status) time-taken",
            "\(front) s-ip \(request) cs(User-Agent) cs(Referer) \(status) time-taken",
            "\(front) s-ip \(request) cs(User-Agent) cs(Referer) \(status) time-taken x-forwarded-for",
            "\(front) s-sitename \(request) \(client) \(status) sc-bytes cs-bytes time-taken",
            all, all + " x-forwarded-for",
        ].compactMap { ColumnLayout(names: Array($0.utf8).span) }
    }()

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        let count = IISFormat.columnCount(bytes, line)
        guard let layout = IISFormat.layouts.first(where: { $0.fields.count == count }) else {
            throw LineFailure(.noColumns, at: line.lowerBound)
        }
        try layout.parse(bytes, line, into: &record, &context)
        guard record.has(.method), record.value(.status) >= 100, record.has(.client),
            IISFormat.isAddress(bytes, record.range(.client).indices)
        else { throw LineFailure(.noColumns, at: line.lowerBound) }
    }

    private static func columnCount(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int {
        var count = 0
        var isBlank = true
        for index in line {
            let wasBlank = isBlank
            isBlank = ASCII.isBlank(bytes[index])
            if wasBlank, !isBlank { count += 1 }
        }
        return count
    }

    /// Whether the text has nothing that no address has, and a separator of one.
    private static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var separators = 0
        for index in range {
            let byte = bytes[index]
            if byte == ASCII.dot || byte == ASCII.colon {
                separators += 1
            } else if byte == UInt8(ascii: "%") {
                break
            } else if ASCII.hexDigit(byte) == nil {
                return false
            }
        }
        return separators >= 2
    }
}
