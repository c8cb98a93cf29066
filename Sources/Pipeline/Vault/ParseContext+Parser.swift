import Intake

extension ParseContext {
    /// Of lines of which nothing is known: none parses.
    static let unknown = ParseContext(
        formats: [], directives: "", zone: StoreCalendar.utc.name, trustedProxies: [], maximumLineBytes: 0, policy: "")

    /// A parser that reads the lines as they were read when they came.
    ///
    /// - Parameter arrival: when they came, in UTC milliseconds.
    /// - Returns: nil if nothing is known of them.
    /// - Throws: ``JobError`` (configuration) if this machine does not know their time zone, or this version their format.
    func parser(arrival: Int64) throws -> LineParser? {
        guard !formats.isEmpty else { return nil }
        guard let calendar = StoreCalendar(zone) else {
            throw JobError(
                .configuration, "The time zone \(zone) is not known on this machine. Install the tzdata package.")
        }
        let formats: [LogFormat]
        do {
            formats = try self.formats.map { try FormatText.format($0) }
        } catch {
            throw JobError(.configuration, "The lines have a format that this version does not read: \(error)")
        }
        var parser = LineParser(
            formats: formats,
            options: LineOptions(
                latest: arrival, zone: calendar.zoneOffsets, maximumLineBytes: maximumLineBytes,
                trustedProxies: trustedProxies.compactMap { AddressBlock(Array($0.utf8).span) }))
        parser.header.note(Array(directives.utf8).span, maximumLineBytes: .max)
        return parser
    }
}
