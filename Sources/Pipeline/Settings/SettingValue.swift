import Intake

/// The value that a file gives a setting, and what can be made of it.
struct SettingValue {
    let name: String
    let node: YAMLNode
    /// The file.
    let path: String

    /// Reads the settings of a mapping; nothing stands for none.
    func fill<Target>(_ target: inout Target, _ keys: [SettingKey<Target>]) throws(SettingsMistake) {
        for entry in try entries(orElse: "takes settings of its own: \(keys.map(\.name).joined(separator: ", ")).") {
            guard let key = keys.first(where: { .text($0.name) == entry.key.content }) else {
                throw unknown(entry.key, among: keys.map(\.name))
            }
            try key.read(SettingValue(name: key.name, node: entry.value, path: path), &target)
        }
    }

    /// A mapping whose keys are names that the person has chosen.
    func sources() throws(SettingsMistake) -> [String: SourceSettings] {
        var sources: [String: SourceSettings] = [:]
        for entry in try entries(orElse: "takes names of sources, each with settings of its own.") {
            guard case .text(let source) = entry.key.content else {
                throw SettingsMistake(at: entry.key, "The name of a source is a text.")
            }
            var settings = SourceSettings()
            try SettingValue(name: "A source", node: entry.value, path: path).fill(&settings, SourceSettings.keys)
            sources[source] = settings
        }
        return sources
    }

    func format() throws(SettingsMistake) -> FormatSetting {
        let text = try text(such: "combined")
        do throws(FormatTextError) {
            return try FormatSetting(text)
        } catch {
            throw mistake(error.description)
        }
    }

    func duration(_ range: ClosedRange<Int64>, such example: String) throws(SettingsMistake) -> Int64 {
        guard let duration = QuantityText.milliseconds(try text(such: example)) else {
            throw mistake("\(name) takes a whole number with ms, s, m or h, such as \(example).")
        }
        guard range.contains(duration) else {
            throw mistake(
                "\(name) lies between \(QuantityText.duration(range.lowerBound)) and \(QuantityText.duration(range.upperBound))."
            )
        }
        return duration
    }

    func bytes(_ range: ClosedRange<Int64>, such example: String) throws(SettingsMistake) -> Int {
        guard let bytes = QuantityText.bytes(try text(such: example)) else {
            throw mistake("\(name) takes a whole number with B, KiB, MiB or GiB, such as \(example).")
        }
        guard range.contains(bytes) else {
            throw mistake(
                "\(name) lies between \(QuantityText.size(range.lowerBound)) and \(QuantityText.size(range.upperBound))."
            )
        }
        return Int(bytes)
    }

    func percentage(such example: String) throws(SettingsMistake) -> Double {
        let text = try text(such: example)
        guard text.utf8.allSatisfy({ ".0123456789".utf8.contains($0) }), let number = Double(text), number <= 100 else {
            throw mistake("\(name) takes a percentage from 0 to 100, such as \(example).")
        }
        return number
    }

    func zone() throws(SettingsMistake) -> ZoneSetting? {
        let text = try text(such: "Europe/Berlin")
        if text == "auto" { return nil }
        guard StoreCalendar(text) != nil else {
            throw mistake(
                "\(name) takes a zone of the IANA list, such as Europe/Berlin, or an offset such as \"+09:00\".")
        }
        return ZoneSetting(name: text, place: SettingsPlace(path: path, line: node.line, column: node.column))
    }

    func blocks() throws(SettingsMistake) -> [AddressBlock] {
        var blocks: [AddressBlock] = []
        for (place, text) in try texts(such: "[10.0.0.0/8, 192.0.2.7]") {
            guard let block = AddressBlock(Array(text.utf8).span) else {
                throw SettingsMistake(at: place, "This is no address and no block of addresses such as 10.0.0.0/8.")
            }
            blocks.append(block)
        }
        return blocks
    }

    func paths() throws(SettingsMistake) -> [String] {
        var paths: [String] = []
        for (place, path) in try texts(such: "[/var/log/nginx/access.log]") {
            guard path.hasPrefix("/") else {
                throw SettingsMistake(at: place, "A path here begins with /, since runs begin in any folder.")
            }
            paths.append(path)
        }
        return paths
    }

    func text(such example: String) throws(SettingsMistake) -> String {
        switch node.content {
        case .text(let text): return text
        case .empty: throw mistake("\(name) has no value. It takes one such as \(example).")
        case .list, .mapping: throw mistake("\(name) takes a single value, such as \(example).")
        }
    }

    func texts(such example: String) throws(SettingsMistake) -> [(place: YAMLNode, text: String)] {
        guard case .list(let nodes) = node.content else {
            throw mistake("\(name) takes a list, such as \(example).")
        }
        var texts: [(YAMLNode, String)] = []
        for node in nodes {
            guard case .text(let text) = node.content else {
                throw SettingsMistake(at: node, "\(name) takes a list of single values, such as \(example).")
            }
            texts.append((node, text))
        }
        return texts
    }

    func entries(orElse message: String) throws(SettingsMistake) -> [YAMLNode.Entry] {
        switch node.content {
        case .empty: return []
        case .mapping(let entries): return entries
        case .text, .list: throw mistake("\(name) \(message)")
        }
    }

    func mistake(_ message: String) -> SettingsMistake { SettingsMistake(at: node, message) }

    func unknown(_ key: YAMLNode, _ kind: String = "setting", among names: [String]) -> SettingsMistake {
        guard case .text(let text) = key.content else {
            return SettingsMistake(at: key, "The name of a \(kind) is a single word.")
        }
        let advice =
            NearestName.of(text, among: names).map { "Did you mean \($0)?" }
            ?? "The \(kind)s here are \(names.joined(separator: ", "))."
        return SettingsMistake(at: key, "There is no \(kind) of that name. \(advice)")
    }
}
