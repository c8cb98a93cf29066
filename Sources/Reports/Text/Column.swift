/// Text set to a width of terminal columns.
enum Column {
    static func right(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - SafeText.width(text))) + text
    }

    static func left(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - SafeText.width(text)))
    }
}
