import Releases

extension ReportWords {
    /// What a row is called.
    ///
    /// The text still holds what came from outside: whoever prints it escapes it.
    public func title(of row: ReportRow, in layout: TableLayout) -> String {
        switch row.kind {
        case .other: labels["other"] ?? row.label
        case .heavy: labels["heavy"] ?? row.label
        case .value, .hidden: title(ofLabel: row.label, dimension: layout.dimensions[layout.dimensions.count - 1])
        }
    }

    /// What the label of a containing row is called.
    public func title(ofGroup label: String, in layout: TableLayout) -> String {
        title(ofLabel: label, dimension: layout.dimensions[0])
    }

    func title(ofLabel label: String, dimension: String) -> String {
        if let own = labels["\(dimension):\(label)"] { return own }
        switch dimension {
        case "hour": return hour(label)
        case "weekday": return Int(label).flatMap { (1...7).contains($0) ? weekday($0) : nil } ?? label
        case "microseconds_from_to": return range(label) { duration(microseconds: $0) }
        case "seconds_from_to": return range(label) { duration(seconds: $0) }
        case "bytes_from_to": return range(label, bytes)
        default: return label.hasPrefix("(") || label == "all" ? labels[label] ?? label : label
        }
    }

    private func hour(_ label: String) -> String {
        guard label.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }) else { return labels[label] ?? label }
        return label.contains("-") ? "\(label.prefix(2)):00–\(label.suffix(2)):59" : "\(label):00"
    }

    /// A bin `from-to`, `from-` or a single number, as people read it: up to the next bin.
    private func range(_ label: String, _ formatted: (Int64) -> String) -> String {
        let parts = label.split(separator: "-", omittingEmptySubsequences: false)
        guard let lower = parts.first.flatMap({ Int64($0) }) else { return labels[label] ?? label }
        guard parts.count == 2 else { return formatted(lower) }
        guard let upper = Int64(parts[1]), upper < .max else { return "≥ \(formatted(lower))" }
        return lower == 0 ? "< \(formatted(upper + 1))" : "\(formatted(lower)) – \(formatted(upper + 1))"
    }
}
