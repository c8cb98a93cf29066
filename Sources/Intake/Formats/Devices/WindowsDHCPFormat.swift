/// The audit log of Windows' DHCP server: `ID,Date,Time,Description,IP Address,Host Name,MAC Address,…`.
///
/// Dates are `MM/dd/yy`, in the server's zone. Lines that tell of no lease, and the text in front, are messages.
struct WindowsDHCPFormat: LineFormat {
    let name = "windows_dhcp"
    let summary = "audit log of Windows' DHCP server (CSV)"

    private static let pattern: TimePattern? = try? TimePattern("%m/%d/%y,%H:%M:%S")

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        let end = line.upperBound
        var position = line.lowerBound
        while position < end, ASCII.digit(bytes[position]) < 10 { position += 1 }
        guard (1...5).contains(position - line.lowerBound), position < end, bytes[position] == ASCII.comma else {
            if WindowsDHCPFormat.isHeading(bytes, line, behindDigits: position) { throw .message(at: line.lowerBound) }
            throw LineFailure(.unexpected, at: line.lowerBound)
        }
        position += 1
        var parts = TimeParts()
        guard let behind = WindowsDHCPFormat.pattern?.match(bytes, at: position, end: end, into: &parts) else {
            throw LineFailure(.time, at: position)
        }
        record.time = try parts.instant(context.options, at: position)
        position = behind
        for field in [RawBatch.Text.event, .client, nil, .mac] {
            guard position < end, bytes[position] == ASCII.comma else { throw LineFailure(.missingField, at: position) }
            let start = position + 1
            position = start
            while position < end, bytes[position] != ASCII.comma { position += 1 }
            if let field, start < position { record.set(field, start..<position) }
        }
        guard record.has(.client) || record.has(.mac) else { throw .message(at: line.lowerBound) }
    }

    /// Whether the line belongs to the text in front, which lists the meanings of the numbers and names the columns.
    private static func isHeading(_ bytes: Span<UInt8>, _ line: Range<Int>, behindDigits: Int) -> Bool {
        let (start, end) = (line.lowerBound, line.upperBound)
        return bytes.hasPrefix("ID,Date,", at: start, end) || bytes.hasPrefix("Event ID", at: start, end)
            || bytes[start] == ASCII.tab
            || behindDigits > start && behindDigits < end && bytes[behindDigits] == ASCII.tab
    }
}
