/// The texts of nginx's `log_format` directive (ngx_http_log_module): variables with literal text between them.
///
/// A variable that is not known is passed over: `map` and `set` define any number of them.
enum NginxFormatText {
    static func compile(_ text: [UInt8], escapes: FieldValue.Escapes) throws(FormatTextError) -> LineTemplate {
        var compiler = TemplateCompiler(escapes: escapes)
        var position = 0
        while position < text.count {
            guard text[position] == UInt8(ascii: "$") else {
                compiler.append(literal: text[position])
                position += 1
                continue
            }
            let start = position
            let name = try name(text, &position)
            if isBracketed(text, start..<position), name == "time_local" {
                // The clock of the common format reads the brackets, too.
                compiler.removeLastLiteral()
                compiler.append(FormatDirective(field: .time(.commonLog), ending: .time), offset: start)
                position += 1
            } else {
                compiler.append(directive(name), offset: start)
            }
        }
        return try compiler.finish()
    }

    /// Takes `$name` or `${name}`.
    static func name(_ text: [UInt8], _ position: inout Int) throws(FormatTextError) -> String {
        let start = position
        position += 1
        let isBraced = position < text.count && text[position] == UInt8(ascii: "{")
        if isBraced { position += 1 }
        let first = position
        while position < text.count, isNameByte(text[position]) { position += 1 }
        let name = String(decoding: text[first..<position], as: UTF8.self)
        guard !name.isEmpty else { throw .unfinished(offset: start) }
        if isBraced {
            guard position < text.count, text[position] == UInt8(ascii: "}") else { throw .unfinished(offset: start) }
            position += 1
        }
        return name
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        ASCII.digit(byte) < 10 || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isBracketed(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && text[range.lowerBound - 1] == ASCII.leftBracket && range.upperBound < text.count
            && text[range.upperBound] == ASCII.rightBracket
    }

    static func directive(_ name: String) -> FormatDirective {
        if let known = directives[name] ?? foreign[name] { return known }
        if name.hasPrefix("cookie_") { return FormatDirective(field: .text(.cookie), rank: 1) }
        return .ignored
    }

    static let directives: [String: FormatDirective] = [
        "remote_addr": FormatDirective(field: .text(.client)),
        "http_x_forwarded_for": FormatDirective(field: .text(.forwarded)),
        "proxy_add_x_forwarded_for": FormatDirective(field: .text(.forwarded), rank: 1),
        "http_forwarded": FormatDirective(field: .text(.forwarded), rank: 2),
        "http_x_real_ip": FormatDirective(field: .text(.forwarded), rank: 3),
        "http_cf_connecting_ip": FormatDirective(field: .text(.forwarded), rank: 4),
        "proxy_protocol_addr": FormatDirective(field: .text(.forwarded), rank: 5),
        "remote_user": FormatDirective(field: .text(.user)),
        "time_local": FormatDirective(field: .time(.commonLog)),
        "time_iso8601": FormatDirective(field: .time(.iso8601), rank: 1),
        "msec": FormatDirective(field: .time(.epoch(.seconds)), rank: 2),
        "date_local": FormatDirective(field: .time(.automatic), rank: 3),
        "date_gmt": FormatDirective(field: .time(.automatic), rank: 3),
        "request": FormatDirective(field: .request),
        "request_method": FormatDirective(field: .text(.method)),
        "request_uri": FormatDirective(field: .text(.target)),
        "uri": FormatDirective(field: .path, rank: 1),
        "document_uri": FormatDirective(field: .path, rank: 2),
        "args": FormatDirective(field: .query),
        "query_string": FormatDirective(field: .query),
        "server_protocol": FormatDirective(field: .text(.protocol)),
        "status": FormatDirective(field: .status),
        "body_bytes_sent": FormatDirective(field: .bytes),
        "bytes_sent": FormatDirective(field: .bytes, rank: 1),
        "request_time": FormatDirective(field: .duration(.seconds)),
        "http_referer": FormatDirective(field: .text(.referrer)),
        "http_user_agent": FormatDirective(field: .text(.agent)),
        "host": FormatDirective(field: .text(.host)),
        "http_host": FormatDirective(field: .text(.host), rank: 1),
        "server_name": FormatDirective(field: .text(.host), rank: 2),
        "ssl_protocol": FormatDirective(field: .text(.tls)),
        "upstream_cache_status": FormatDirective(field: .text(.cache)),
        "sent_http_content_type": FormatDirective(field: .text(.mime)),
        "http_accept_language": FormatDirective(field: .text(.language)),
        "http_cookie": FormatDirective(field: .text(.cookie)),
    ]

    /// Names that nginx does not have, for built-in formats of other servers told in its notation.
    private static let foreign: [String: FormatDirective] = [
        "duration_ms": FormatDirective(field: .duration(.milliseconds)),
        "forwarded_client": FormatDirective(field: .text(.client)),
    ]
}
