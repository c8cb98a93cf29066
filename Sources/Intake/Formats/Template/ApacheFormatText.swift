/// The texts of Apache's `LogFormat` directive (mod_log_config, with what mod_ssl and mod_logio add), which Tomcat's
/// access log valve and others understand as well.
enum ApacheFormatText {
    static func compile(_ text: [UInt8]) throws(FormatTextError) -> LineTemplate {
        var compiler = TemplateCompiler(escapes: .log)
        var position = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "%"):
                try appendDirective(text, &position, to: &compiler)
            case ASCII.backslash where position + 1 < text.count:
                compiler.append(literal: unescaped(text[position + 1]))
                position += 2
            default:
                compiler.append(literal: text[position])
                position += 1
            }
        }
        return try compiler.finish()
    }

    private static func unescaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "t"): ASCII.tab
        case UInt8(ascii: "n"): ASCII.lineFeed
        default: byte
        }
    }

    /// Takes `%`, modifiers, perhaps an argument in braces, and the letter.
    private static func appendDirective(
        _ text: [UInt8], _ position: inout Int, to compiler: inout TemplateCompiler
    ) throws(FormatTextError) {
        let start = position
        var argument: String?
        var prefersFinal: Bool?
        position += 1
        while position < text.count {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "<"): prefersFinal = false
            case UInt8(ascii: ">"): prefersFinal = true
            case UInt8(ascii: "!"), ASCII.comma, ASCII.zero...ASCII.nine: break
            case UInt8(ascii: "{"):
                guard let close = text[position...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw .unfinished(offset: start)
                }
                argument = String(decoding: text[position + 1..<close], as: UTF8.self)
                position = close
            case UInt8(ascii: "%"):
                compiler.append(literal: byte)
                position += 1
                return
            case UInt8(ascii: "^"):
                // ^FB is the time to the first byte; ^ti and ^to are trailers.
                guard position + 2 < text.count else { throw .unfinished(offset: start) }
                compiler.append(.ignored, offset: start)
                position += 3
                return
            default:
                position += 1
                return compiler.append(try directive(byte, argument, prefersFinal, start), offset: start)
            }
            position += 1
        }
        throw .unfinished(offset: start)
    }

    private static func directive(
        _ letter: UInt8, _ argument: String?, _ prefersFinal: Bool?, _ offset: Int
    ) throws(FormatTextError) -> FormatDirective {
        switch Character(Unicode.Scalar(letter)) {
        case "h": FormatDirective(field: .text(.client), rank: argument == "c" ? 3 : 1)
        case "a": FormatDirective(field: .text(.client), rank: argument == "c" ? 2 : 0)
        case "u": FormatDirective(field: .text(.user))
        case "t": try time(argument, offset)
        case "r": FormatDirective(field: .request)
        case "m": FormatDirective(field: .text(.method))
        case "U": FormatDirective(field: .path)
        case "q": FormatDirective(field: .query)
        case "H": FormatDirective(field: .text(.protocol))
        case "s": FormatDirective(field: .status, rank: prefersFinal == true ? 0 : prefersFinal == nil ? 1 : 2)
        case "b", "B": FormatDirective(field: .bytes)
        case "O": FormatDirective(field: .bytes, rank: 1)
        case "D": FormatDirective(field: .duration(.microseconds))
        case "T": try duration(argument, offset)
        case "v": FormatDirective(field: .text(.host))
        case "V": FormatDirective(field: .text(.host), rank: 1)
        case "i": header(argument)
        case "o": argument?.lowercased() == "content-type" ? FormatDirective(field: .text(.mime)) : .ignored
        case "C": FormatDirective(field: .text(.cookie))
        case "x", "c": argument == "SSL_PROTOCOL" ? FormatDirective(field: .text(.tls)) : .ignored
        case "A", "e", "f", "I", "k", "l", "L", "n", "p", "P", "R", "S", "X", "F": .ignored
        default: throw .unknownDirective(offset: offset)
        }
    }

    private static func time(_ argument: String?, _ offset: Int) throws(FormatTextError) -> FormatDirective {
        // The clock of the common format is faster than a pattern that says the same.
        guard let argument, !["", "begin", "end"].contains(argument) else {
            return FormatDirective(field: .time(.commonLog), ending: .time)
        }
        do throws(TimePatternError) {
            return FormatDirective(field: .time(.pattern(try TimePattern(apache: argument))), ending: .time)
        } catch {
            throw .unknownDirective(offset: offset)
        }
    }

    private static func duration(_ argument: String?, _ offset: Int) throws(FormatTextError) -> FormatDirective {
        switch argument?.lowercased() {
        case nil, "s": FormatDirective(field: .duration(.seconds), rank: 2)
        case "ms": FormatDirective(field: .duration(.milliseconds), rank: 1)
        case "us": FormatDirective(field: .duration(.microseconds))
        default: throw .unknownDirective(offset: offset)
        }
    }

    private static func header(_ argument: String?) -> FormatDirective {
        switch argument?.lowercased() {
        case "referer": FormatDirective(field: .text(.referrer))
        case "user-agent": FormatDirective(field: .text(.agent))
        case "x-forwarded-for": FormatDirective(field: .text(.forwarded))
        case "forwarded": FormatDirective(field: .text(.forwarded), rank: 1)
        case "x-real-ip", "true-client-ip", "cf-connecting-ip": FormatDirective(field: .text(.forwarded), rank: 2)
        case "host": FormatDirective(field: .text(.host), rank: 2)
        case "cookie": FormatDirective(field: .text(.cookie))
        case "accept-language": FormatDirective(field: .text(.language))
        default: .ignored
        }
    }
}
