@testable import Intake

extension IPAddress {
    init?(text: String) {
        self.init(Array(text.utf8).span)
    }
}

extension AddressBlock {
    init?(text: String) {
        self.init(Array(text.utf8).span)
    }
}
