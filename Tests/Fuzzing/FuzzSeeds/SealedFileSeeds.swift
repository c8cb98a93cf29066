/// Steps of every kind, and the beginning of a file.
enum SealedFileSeeds {
    static let all: [(name: String, bytes: [UInt8])] = [
        ("whole", [1]),
        ("changed-header", [1] + step(0, at: 20, 0x10)),
        ("changed-frame", [1] + step(0, at: 200, 1) + step(0, at: 260, 2)),
        ("changed-trailer", [1] + step(0, at: 640, 0x80)),
        ("taken-out", [1] + step(1, at: 200, 90)),
        ("copied", [1] + step(2, at: 141, 83)),
        ("frames-twice", [1] + step(3, at: 141, 3) + step(3, at: 700, 0)),
        ("frames-foreign", [1] + step(4, at: 141, 1) + step(4, at: 300, 4)),
        ("bytes-foreign", [1] + step(5, at: 141, 65, 66, 10) + step(5, at: 0, 10)),
        ("cut", [1] + step(6, at: 300, 20)),
        ("header-signed", [1] + step(0, at: 20, 1) + step(7, at: 0)),
        ("forged-text", [1] + step(8, at: 141, 2, 1, 0, 5, 0, 65, 66, 10)),
        ("forged-lines", [1] + step(8, at: 141, 7, 1, 0, 2, 1, 65, 66, 10)),
        ("forged-end", [1] + step(8, at: 141, 3, 0, 0, 0, 0, 10)),
        ("bytes", [0] + Array("footvlt".utf8) + [1, 1, 0, 0, 0x50, 0x21, 1, 65] + [UInt8](repeating: 7, count: 120)),
    ]

    private static func step(_ kind: UInt8, at place: Int, _ more: UInt8...) -> [UInt8] {
        [kind, UInt8(place >> 8), UInt8(place & 0xFF)] + more
    }
}
