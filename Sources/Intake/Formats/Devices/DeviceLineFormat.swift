/// What access points, DHCP servers and routers say in plain words about a device: a line with a hardware address.
///
/// hostapd, dnsmasq, ISC dhcpd, Cisco and OpenWrt among others. The first hardware address is the device's, the first
/// network address its own, and what happened is told by a list of words. Lines are mostly in a syslog envelope; a time
/// in front, or behind the address as Cisco writes it, is read, and lines without any are of the present.
struct DeviceLineFormat: LineFormat {
    let name = "device"
    let summary = "device messages with a hardware address (hostapd, dnsmasq, dhcpd, access points)"
    let passesOverFields = true

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        // A priority in front is an envelope's, which tells the time.
        guard bytes[line.lowerBound] != ASCII.leftBrace, bytes[line.lowerBound] != UInt8(ascii: "<"),
            let address = HardwareAddressText.first(in: bytes, line)
        else { throw LineFailure(.missingField, at: line.upperBound) }
        record.time = try time(bytes, line, behind: address, &context)
        record.set(.mac, address)
        readWords(bytes, line, into: &record)
    }

    private func time(
        _ bytes: Span<UInt8>, _ line: Range<Int>, behind address: Range<Int>, _ context: inout LineContext
    ) throws(LineFailure) -> Int64 {
        if let time = context.envelopeTime { return time }
        var start = address.upperBound
        while start < line.upperBound, bytes[start] == ASCII.colon || bytes[start] == ASCII.space { start += 1 }
        for place in [line.lowerBound, start] {
            var parts = TimeParts()
            if NamedTime.any(bytes, at: place, end: line.upperBound, into: &parts) != nil {
                return try parts.instant(context.options, at: place)
            }
        }
        return context.options.latest
    }

    /// Looks for the first network address, and for a word that says what happened.
    private func readWords(_ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord) {
        var start = line.lowerBound
        var hasClient = false
        var hasEvent = false
        while start < line.upperBound, !hasClient || !hasEvent {
            while start < line.upperBound, !DeviceLineFormat.isWordByte(bytes[start]) { start += 1 }
            var end = start
            while end < line.upperBound, DeviceLineFormat.isWordByte(bytes[end]) { end += 1 }
            let isNetwork = end < line.upperBound && bytes[end] == ASCII.slash
            if !hasClient, !isNetwork, DeviceLineFormat.isIPv4(bytes, start..<end) {
                record.set(.client, start..<end)
                hasClient = true
            } else if !hasEvent, DeviceLineFormat.events.contains(where: { bytes.equals($0, at: start..<end) }) {
                record.set(.event, start..<end)
                hasEvent = true
            }
            start = end
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        ASCII.digit(byte) < 10 || ASCII.isLetter(byte) || byte == ASCII.minus || byte == ASCII.dot
            || byte == UInt8(ascii: "_")
    }

    /// Four groups of one to three digits; whether they are an address is decided where addresses are read.
    private static func isIPv4(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
        var groups = 1
        var digits = 0
        for index in word {
            if bytes[index] == ASCII.dot {
                guard digits > 0 else { return false }
                groups += 1
                digits = 0
            } else {
                digits += 1
                guard ASCII.digit(bytes[index]) < 10, digits <= 3 else { return false }
            }
        }
        return groups == 4 && digits > 0
    }

    private static let events: [StaticString] = [
        "DHCPDISCOVER", "DHCPOFFER", "DHCPREQUEST", "DHCPACK", "DHCPNAK", "DHCPDECLINE", "DHCPRELEASE", "DHCPINFORM",
        "DHCPEXPIRE", "DHCPSOLICIT", "DHCPADVERTISE", "DHCPREPLY", "DHCPRENEW", "DHCPREBIND",
        "AP-STA-CONNECTED", "AP-STA-DISCONNECTED", "AP-STA-POLL-OK", "EAPOL-4WAY-HS-COMPLETED",
        "associated", "association", "reassociated", "disassociated", "disassociation", "authenticated",
        "authentication", "deauthenticated", "deauthentication", "joined", "left", "roamed", "connected",
        "disconnected", "Associated", "Disassociated", "Authenticated", "Deauthenticated", "Roamed",
    ]
}
