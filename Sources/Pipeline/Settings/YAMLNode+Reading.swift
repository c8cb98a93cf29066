import Yams

extension YAMLNode {
    /// Values within values, at most.
    private static let maximumDepth = 8

    /// Reads the text of a file, which is one document.
    static func read(_ bytes: [UInt8]) throws(SettingsMistake) -> YAMLNode {
        try YAMLGuard.check(bytes)
        do {
            let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), encoding: .utf8)
            // Nodes know their anchors only as long as the parser lives.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return YAMLNode(line: 1, column: 1, content: .empty) }
                return try YAMLNode(root, depth: 0)
            }
        } catch {
            throw mistake(error)
        }
    }

    private init(_ node: Node, depth: Int) throws(SettingsMistake) {
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
        guard node.anchor == nil else {
            throw SettingsMistake(line: line, column: column, "Anchors and aliases have no place here.")
        }
        guard depth <= YAMLNode.maximumDepth else { throw YAMLNode.tooDeep(line: line, column: column) }
        switch node {
        case .scalar(let scalar):
            let isEmpty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            content = isEmpty ? .empty : .text(scalar.string)
        case .sequence(let sequence):
            var nodes: [YAMLNode] = []
            for element in sequence { nodes.append(try YAMLNode(element, depth: depth + 1)) }
            content = .list(nodes)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                entries.append(
                    Entry(key: try YAMLNode(key, depth: depth + 1), value: try YAMLNode(value, depth: depth + 1)))
            }
            content = .mapping(entries)
        case .alias:
            throw SettingsMistake(line: line, column: column, "Anchors and aliases have no place here.")
        }
    }

    private static func tooDeep(line: Int, column: Int) -> SettingsMistake {
        SettingsMistake(line: line, column: column, "This is nested too deeply.")
    }

    /// What the parser says, without the text that it quotes.
    private static func mistake(_ error: any Error) -> SettingsMistake {
        if let mistake = error as? SettingsMistake { return mistake }
        switch error as? YamlError {
        case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
            return tooDeep(line: mark.line, column: mark.column)
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return SettingsMistake(line: mark.line, column: mark.column, "This is not YAML: \(problem).")
        case .duplicatedKeysInMapping(_, let context):
            return SettingsMistake(
                line: context.mark.line, column: context.mark.column, "This stands here more than once.")
        case .reader(let problem, _, _, _):
            return SettingsMistake(line: 1, column: 1, "This is not YAML: \(problem).")
        default:
            return SettingsMistake(line: 1, column: 1, "This cannot be read as YAML.")
        }
    }
}
