import Intake

extension IPAddress {
    init?(text: String) {
        self.init(Array(text.utf8).span)
    }

    /// The canonical text form.
    var text: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
