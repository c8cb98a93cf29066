/// What a collector puts around the lines of a log: around any format the same.
enum Envelope: String, CaseIterable, Sendable {
    /// RFC 5424: `<34>1 2026-03-01T00:00:03.003Z host app 123 - - line`.
    case syslog5424 = "rfc5424"
    /// RFC 3164, also with the times of RFC 3339 and without a priority, as files have it: `Mar  1 00:00:03 host app[12]: line`.
    case syslog
    /// Kubernetes' container runtime interface: `2026-03-01T00:00:03.003Z stdout F line`.
    case cri
    /// Docker's json-file driver: the line as a string in a JSON object.
    case docker
    /// GELF, with the line as the message.
    case gelf
    /// `docker compose logs` and `kubectl logs --prefix`: `web-1  | line`, `[pod/web-1/nginx] line`.
    case compose

    /// What it does, for people.
    var summary: String {
        switch self {
        case .syslog5424: "syslog by RFC 5424"
        case .syslog: "syslog by RFC 3164, or as rsyslog writes it to files"
        case .cri: "Kubernetes container logs (CRI)"
        case .docker: "Docker's json-file driver"
        case .gelf: "GELF messages"
        case .compose: "docker compose logs and kubectl logs --prefix"
        }
    }
}

/// A line within its envelope.
struct EnclosedLine {
    /// Where the line lies; if it had escapes, in the context's unwrapped bytes instead.
    let range: Range<Int>
    let isUnwrapped: Bool

    init(_ range: Range<Int>, isUnwrapped: Bool = false) {
        self.range = range
        self.isUnwrapped = isUnwrapped
    }
}

extension Envelope {
    /// Takes the envelope off, and takes note of the time that it tells.
    func open(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ context: inout LineContext
    ) throws(LineFailure) -> EnclosedLine {
        switch self {
        case .syslog5424: EnclosedLine(try RFC5424.open(bytes, line, &context))
        case .syslog: EnclosedLine(try RFC3164.open(bytes, line, &context))
        case .cri: EnclosedLine(try ContainerLine.open(bytes, line, &context))
        case .docker: try JSONEnvelope.docker.open(bytes, line, &context)
        case .gelf: try JSONEnvelope.gelf.open(bytes, line, &context)
        case .compose: EnclosedLine(try ComposeLine.open(bytes, line))
        }
    }
}
