/// The names of hours and of blocks of three hours, as tables print them.
enum HourLabel {
    static func hour(_ hour: Int) -> String {
        hour < 10 ? "0\(hour)" : "\(hour)"
    }

    static func block(_ block: Int) -> String {
        "\(hour(block * 3))-\(hour(block * 3 + 2))"
    }
}
