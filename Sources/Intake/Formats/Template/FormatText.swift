/// Formats as people give them: by name, or by the text of a server's configuration.
public enum FormatText {
    /// The format that `text` names or describes.
    ///
    /// A text is one of
    /// - a name of ``FormatRegistry``, after `syslog:`, `cri:` and the like if an envelope is around the lines;
    /// - an nginx `log_format`, with or without the directive's name, quotes and `escape=…`;
    /// - an Apache `LogFormat`, with or without the directive's name, quotes and nickname;
    /// - a `#Fields:` line of a W3C log;
    /// - `json`, `logfmt` or `ltsv` with a map from keys to fields, as in `json client=req.ip time:ms=ts`.
    ///
    /// - Parameter otherNames: names that the caller takes besides; who mistypes one is told of it.
    public static func format(_ text: String, besides otherNames: [String] = []) throws(FormatTextError) -> LogFormat {
        let text = trimmed(text)
        if let format = FormatRegistry.format(named: text) { return format }
        if text.hasPrefix("#Fields:") { return LogFormat(try w3c(text)) }
        if let mapped = try mapped(text) { return mapped }
        if isName(text) {
            throw .unknownName(nearest: NearestName.of(text, among: otherNames + FormatRegistry.formats.map(\.name)))
        }
        let directive = try ConfigurationText(text)
        let template: any LineFormat =
            switch directive.dialect {
            case .nginx: try nginx(directive, text)
            case .apache:
                described(try ApacheFormatText.compile(directive.format), text, summary: "an Apache LogFormat text")
            }
        return LogFormat(template)
    }

    private static func nginx(_ directive: ConfigurationText, _ text: String) throws(FormatTextError) -> any LineFormat
    {
        if directive.escapes == .json, let entries = JSONFormatText.entries(directive.format) {
            return JSONFormat(name: text, summary: "an nginx log_format text that writes JSON", entries)
        }
        let template = try NginxFormatText.compile(directive.format, escapes: directive.escapes)
        return described(template, text, summary: "an nginx log_format text")
    }

    /// The built-in format that is the same, since it reads faster and more; else the template.
    private static func described(_ template: LineTemplate, _ text: String, summary: String) -> any LineFormat {
        for (known, format) in wellKnown where known == template { return format }
        return TemplateFormat(name: text, summary: summary, templates: [template])
    }

    private static let wellKnown: [(LineTemplate, any LineFormat)] = {
        let apache: [(String, any LineFormat)] = [
            (#"%h %l %u %t "%r" %>s %b"#, CommonFormat()), (#"%h %l %u %t "%r" %>s %O"#, CommonFormat()),
            (#"%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i""#, CombinedFormat()),
            (#"%h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i""#, CombinedFormat()),
            (#"%v:%p %h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i""#, VirtualHostCombinedFormat()),
        ]
        let nginx =
            #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "#
            + #""$http_user_agent""#
        var templates = apache.compactMap { text, format in
            (try? ApacheFormatText.compile(Array(text.utf8))).map { ($0, format) }
        }
        if let template = try? NginxFormatText.compile(Array(nginx.utf8), escapes: .log) {
            templates.append((template, CombinedFormat()))
        }
        return templates
    }()

    private static func w3c(_ text: String) throws(FormatTextError) -> W3CFormat {
        let names = Array(text.utf8.dropFirst("#Fields:".utf8.count))
        guard let layout = ColumnLayout(names: names.span) else { throw .nothingUsed }
        guard layout.fields.contains(where: \.isTime) else { throw .noTime }
        guard layout.fields.contains(where: \.isCounted) else { throw .nothingUsed }
        return W3CFormat(name: text, columns: layout)
    }

    /// `json client=req.ip …`; nil if the text is not of this kind.
    private static func mapped(_ text: String) throws(FormatTextError) -> LogFormat? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let kind = words.first, ["json", "logfmt", "ltsv"].contains(kind), words.count > 1 else { return nil }
        var entries: [FieldMap.Entry] = []
        for word in words.dropFirst() {
            let offset = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            guard let mark = word.firstIndex(of: "="), let field = LogField(named: word[..<mark]) else {
                throw .unknownField(offset: offset)
            }
            let path = String(word[word.index(after: mark)...])
            guard !path.isEmpty else { throw .unfinished(offset: offset) }
            entries.append(kind == "json" ? FieldMap.Entry(path, field) : FieldMap.Entry([path], field))
            if kind == "json", path.contains(".") { entries.append(FieldMap.Entry([path], field)) }
        }
        guard entries.contains(where: \.field.isTime) else { throw .noTime }
        guard entries.contains(where: \.field.isCounted) else { throw .nothingUsed }
        let summary = "\(kind) with a field map"
        return switch kind {
        case "json": LogFormat(JSONFormat(name: text, summary: summary, entries))
        case "logfmt": LogFormat(LogfmtFormat(name: text, summary: summary, entries))
        default: LogFormat(LTSVFormat(name: text, summary: summary, entries))
        }
    }

    /// Whether the text can only be meant as a name.
    private static func isName(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            ASCII.digit(byte) < 10 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || [UInt8(ascii: "_"), ASCII.minus, ASCII.colon].contains(byte)
        }
    }

    private static func trimmed(_ text: String) -> String {
        var part = text[...]
        while let first = part.first, first.isWhitespace { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return String(part)
    }
}
