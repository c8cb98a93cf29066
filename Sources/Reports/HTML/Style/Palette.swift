/// The colours of a page, each with its form for light and for dark surroundings.
///
/// A test computes the contrast of every pair that is used (WCAG 2.2, 1.4.3 and 1.4.11, level AA).
struct Palette {
    /// A colour by its role.
    struct Colour: Hashable, Sendable {
        let name: String
        /// sRGB, `#rrggbb`.
        let light: String
        let dark: String
    }

    /// Behind everything.
    static let paper = Colour(name: "paper", light: "#f5f6f8", dark: "#11151b")
    /// Behind figures, charts and tables.
    static let card = Colour(name: "card", light: "#ffffff", dark: "#1a2029")
    static let ink = Colour(name: "ink", light: "#18212c", dark: "#e7ebf0")
    /// Text of less weight.
    static let muted = Colour(name: "muted", light: "#566171", dark: "#a4afbd")
    /// Hair lines; they carry no meaning.
    static let rule = Colour(name: "rule", light: "#dfe4ea", dark: "#313b48")
    /// The edges of what can be used.
    static let edge = Colour(name: "edge", light: "#7c8796", dark: "#75818f")
    /// The first series, bars and links.
    static let first = Colour(name: "first", light: "#1d5c9e", dark: "#74b0ee")
    /// The second series.
    static let second = Colour(name: "second", light: "#b0540f", dark: "#f0a562")
    static let up = Colour(name: "up", light: "#17693f", dark: "#6ecb98")
    static let down = Colour(name: "down", light: "#a8322a", dark: "#ff9388")
    /// Behind what needs a look.
    static let notice = Colour(name: "notice", light: "#fdf4e3", dark: "#2c2618")

    static let all = [paper, card, ink, muted, rule, edge, first, second, up, down, notice]

    /// What is read on what.
    static let texts: [(text: Colour, surface: Colour)] =
        [ink, muted, first, second, up, down].flatMap { text in [paper, card].map { (text, $0) } }
        + [(ink, notice), (muted, notice)]
    /// What is drawn on what and has to be told from it.
    static let drawings: [(drawing: Colour, surface: Colour)] = [
        (first, card), (second, card), (edge, card), (edge, paper), (second, notice),
    ]

    static func properties(_ value: KeyPath<Colour, String>) -> String {
        all.map { "--\($0.name):\($0[keyPath: value])" }.joined(separator: ";")
    }
}
