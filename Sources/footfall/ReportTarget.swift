import ArgumentParser
import Pipeline
import Privacy
import Reports

/// Where a report goes, and in which form.
struct ReportTarget {
    private enum Place {
        case screen
        case file(String)
        /// A file for each table.
        case folder(String)
    }

    private let format: ReportCommand.Format
    private let place: Place

    /// - Throws: a usage error where a form does not fit the place: CSV has one table in a file or on the output.
    init(format: ReportCommand.Format, output: String?, tables: [String]) throws {
        self.format = format
        let isFolder =
            output.map { $0.hasSuffix("/") || (format == .csv && !$0.hasSuffix(".csv") && $0 != "-") } ?? false
        if let output, isFolder {
            guard format == .csv else {
                throw ValidationError("Only --format csv writes a folder; name a file for the others.")
            }
            place = .folder(output)
            return
        }
        if format == .csv, tables.count != 1 {
            throw ValidationError(
                "CSV is one table in a file or on the output: name one with --table, or a folder with -o folder/.")
        }
        place = output.map { $0 == "-" ? .screen : .file($0) } ?? .screen
    }

    func write(_ report: Report, _ options: ReportOptions) throws {
        switch place {
        case .screen: _ = try Process.write(text(of: report, options))
        case .file(let path): try JobError.translating { try OutputFile.write(text(of: report, options), to: path) }
        case .folder(let path):
            try JobError.translating {
                try OutputFile.makeFolder(path)
                let folder = path.hasSuffix("/") ? path : path + "/"
                let files = CSVReport(options: options).files(report)
                if OutputFile.exists("\(folder)\(CSVReport.about).csv") {
                    // Tables of an earlier report would be taken for this one's.
                    for name in CSVReport.tableNames.subtracting(files.map(\.name)) {
                        try OutputFile.remove("\(folder)\(name).csv")
                    }
                }
                for file in files { try OutputFile.write(file.text, to: "\(folder)\(file.name).csv") }
            }
        }
    }

    private func text(of report: Report, _ options: ReportOptions) -> String {
        switch format {
        case .html: return HTMLReport(options: options, sha256: SHA256Digest.digest).render(report)
        case .json: return JSONReport(options: options).render(report)
        case .csv: return CSVReport(options: options).render(report, table: options.tables[0])
        case .text:
            var isScreen = false
            if case .screen = place { isScreen = Process.isTerminal(1) }
            let layout = TextReport.Layout(
                width: isScreen ? Process.terminalWidth ?? 80 : 80,
                colour: isScreen && Process.variable("NO_COLOR") == nil)
            return TextReport(layout: layout, options: options).render(report)
        }
    }
}
