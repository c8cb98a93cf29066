extension SettingValue {
    /// A text of one line.
    func word(_ length: ClosedRange<Int>, such example: String) throws(SettingsMistake) -> String {
        let text = try text(such: example)
        guard length.contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw mistake("\(name) takes at most \(length.upperBound) characters on one line, such as \(example).")
        }
        return text
    }

    /// A list of words, in small letters.
    func words() throws(SettingsMistake) -> [String] {
        var words: [String] = []
        for (place, text) in try texts(such: "[open, buy]") {
            guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
                throw SettingsMistake(at: place, "A word has at most 64 characters and no space.")
            }
            words.append(text.lowercased())
        }
        return words
    }

    func number(_ range: ClosedRange<Int>, such example: String) throws(SettingsMistake) -> Int {
        let text = try text(such: example)
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
        else {
            throw mistake(
                "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), such as \(example).")
        }
        return number
    }

    /// The place of one of a few words.
    func choice(_ words: [String]) throws(SettingsMistake) -> Int {
        guard let place = words.firstIndex(of: try text(such: words[0])) else {
            throw mistake("\(name) takes \(words.joined(separator: " or ")).")
        }
        return place
    }

    /// A number of days such as `30d`.
    func days() throws(SettingsMistake) -> Int {
        let text = try text(such: "30d")
        guard text.hasSuffix("d"), let days = Int(text.dropLast()), (0...3650).contains(days) else {
            throw mistake("\(name) takes a number of days, such as 30d.")
        }
        return days
    }

    /// A path, or `none`.
    func optionalPath() throws(SettingsMistake) -> String? {
        let text = try text(such: "/var/lib/GeoIP/GeoLite2-City.mmdb")
        if text == "none" { return nil }
        guard text.hasPrefix("/") else { throw mistake("A path here begins with /, since runs begin in any folder.") }
        return text
    }
}
