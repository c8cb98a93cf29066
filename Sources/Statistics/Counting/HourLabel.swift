/// The names of hours and of blocks of three hours, as tables print them.
enum HourLabel {
    static let hours = (0..<24).map(hour)
    static let blocks = (0..<8).map { "\(hour($0 * 3))-\(hour($0 * 3 + 2))" }

    private static func hour(_ hour: Int) -> String {
        hour < 10 ? "0\(hour)" : "\(hour)"
    }
}
