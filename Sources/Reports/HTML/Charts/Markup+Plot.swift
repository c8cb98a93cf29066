extension Markup {
    /// A drawing of `width` × `height` units that says what it shows.
    mutating func plot(
        _ id: String, title: String, description: String, _ width: Int, _ height: Int, kind: String? = nil,
        _ content: (inout Markup) -> Void
    ) {
        block(
            "svg",
            [
                "class": kind.map { "plot \($0)" } ?? "plot", "viewBox": "0 0 \(width) \(height)", "role": "img",
                "aria-labelledby": "\(id)-title \(id)-desc",
            ]
        ) { svg in
            svg.line("title", ["id": "\(id)-title"], text: title)
            svg.line("desc", ["id": "\(id)-desc"], text: description)
            content(&svg)
        }
    }
}
