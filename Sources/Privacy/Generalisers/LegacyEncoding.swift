internal import Glibc

/// An encoding of the time before UTF-8, as the C library converts it.
public enum LegacyEncoding: String, CaseIterable, Sendable {
    /// Korean (KS X 2901), and what Windows made of it, which has all modern syllables.
    case eucKR = "EUC-KR"
    case windows949 = "CP949"
    /// Japanese (JIS X 0208 and JIS X 0212).
    case eucJP = "EUC-JP"
    /// Japanese (JIS X 0208), and what Windows made of it.
    case shiftJIS = "SHIFT_JIS"
    case windows932 = "CP932"
    /// The languages of western Europe; of letters the same as ISO 8859-1.
    case windows1252 = "CP1252"

    /// The bytes of a text that is given in UTF-8; nil if the text is none, or has characters that the encoding lacks.
    public func encode(_ utf8: [UInt8]) -> [UInt8]? {
        LegacyEncoding.converted(utf8, from: "UTF-8", to: rawValue)
    }

    /// The text of bytes; nil if some of them are not in this encoding.
    func decode(_ bytes: [UInt8]) -> String? {
        LegacyEncoding.converted(bytes, from: rawValue, to: "UTF-8").flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
        let converter = unsafe iconv_open(to, from)
        // SAFETY: the library says so with (iconv_t) -1.
        guard let converter = unsafe converter, Int(bitPattern: converter) != -1 else { return nil }
        defer { unsafe iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        // No character grows to more than three times its bytes in either direction.
        var target = [CChar](repeating: 0, count: bytes.count * 3)
        // SAFETY: both buffers outlive the call, which is told how long they are.
        let written = unsafe source.withUnsafeMutableBufferPointer { input in
            unsafe target.withUnsafeMutableBufferPointer { output -> Int? in
                var (inputStart, inputLeft) = (input.baseAddress, input.count)
                var (outputStart, outputLeft) = (output.baseAddress, output.count)
                let result = unsafe iconv(converter, &inputStart, &inputLeft, &outputStart, &outputLeft)
                return result == 0 && inputLeft == 0 ? output.count - outputLeft : nil
            }
        }
        return written.map { target.prefix($0).map { UInt8(bitPattern: $0) } }
    }
}
