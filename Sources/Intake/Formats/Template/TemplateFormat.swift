/// A format that templates describe: one that a server's configuration gives, or one that is always the same.
struct TemplateFormat: LineFormat {
    let name: String
    let summary: String
    /// Tried in order; more than one where a server leaves fields away.
    let templates: [LineTemplate]

    init(name: String, summary: String, templates: [LineTemplate]) {
        self.name = name
        self.summary = summary
        self.templates = templates
    }

    /// A format that is always the same, told in nginx's notation.
    ///
    /// - Parameter isOpen: whether further fields may follow, which are passed over.
    init(name: String, summary: String, nginx texts: [String], isOpen: Bool = false) {
        let templates = texts.map { text in
            do throws(FormatTextError) {
                var template = try NginxFormatText.compile(Array(text.utf8), escapes: .log)
                template.isOpen = isOpen
                return template
            } catch {
                preconditionFailure("the text of a built-in format is sound")
            }
        }
        self.init(name: name, summary: summary, templates: templates)
    }

    func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, into record: inout LineRecord, _ context: inout LineContext
    ) throws(LineFailure) {
        var furthest = LineFailure(.unexpected, at: line.lowerBound)
        for template in templates {
            do throws(LineFailure) {
                try template.parse(bytes, line, into: &record, &context)
                // Sound, and of something that no client asked for.
                if !record.isCounted { throw .message(at: line.lowerBound) }
                return
            } catch {
                if error.isMessage { throw error }
                if error.position >= furthest.position { furthest = error }
                record.clear()
            }
        }
        throw furthest
    }
}
