/// The codes that stand for a country.
extension CountryCode {
    /// For each first letter the second letters: the 249 codes that ISO 3166-1 assigns, and XK, which it leaves to
    /// users and which databases of places have for Kosovo.
    private static let assigned: [String] = [
        "DEFGILMOQRSTUWXZ",  // A
        "ABDEFGHIJLMNOQRSTVWYZ",  // B
        "ACDFGHIKLMNORUVWXYZ",  // C
        "EJKMOZ",  // D
        "CEGHRST",  // E
        "IJKMOR",  // F
        "ABDEFGHILMNPQRSTUWY",  // G
        "KMNRTU",  // H
        "DELMNOQRST",  // I
        "EMOP",  // J
        "EGHIMNPRWYZ",  // K
        "ABCIKRSTUVY",  // L
        "ACDEFGHKLMNOPQRSTUVWXYZ",  // M
        "ACEFGILOPRUZ",  // N
        "M",  // O
        "AEFGHKLMNRSTWY",  // P
        "A",  // Q
        "EOSUW",  // R
        "ABCDEGHIJKLMNORSTVXYZ",  // S
        "CDFGHJKLMNORTVWZ",  // T
        "AGMSYZ",  // U
        "ACEGINU",  // V
        "FS",  // W
        "K",  // X
        "ET",  // Y
        "AMW",  // Z
    ]

    /// For each first letter a bit for each second letter.
    private static let assignedBits: [UInt32] = assigned.map { letters in
        letters.utf8.reduce(0) { $0 | 1 << UInt32($1 - UInt8(ascii: "A")) }
    }

    /// Whether two capital letters are such a code.
    static func isAssigned(_ first: UInt8, _ second: UInt8) -> Bool {
        assignedBits[Int(first - UInt8(ascii: "A"))] >> UInt32(second - UInt8(ascii: "A")) & 1 != 0
    }
}
