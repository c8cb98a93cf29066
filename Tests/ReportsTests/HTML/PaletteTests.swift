import Foundation
import Testing

@testable import Reports

@Suite("Palette")
struct PaletteTests {
    /// Contrast of two colours (WCAG 2.2, definition of "contrast ratio").
    private func contrast(_ first: String, _ second: String) throws -> Double {
        let luminances = try [first, second].map(luminance).sorted()
        return (luminances[1] + 0.05) / (luminances[0] + 0.05)
    }

    private func luminance(_ colour: String) throws -> Double {
        let bits = try #require(colour.count == 7 ? UInt32(colour.dropFirst(), radix: 16) : nil)
        let channels = [bits >> 16, bits >> 8, bits].map { channel in
            let value = Double(channel & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    @Test("The measure of contrast is that of WCAG")
    func measure() throws {
        #expect(try contrast("#000000", "#ffffff") == 21)
        #expect(abs(try contrast("#777777", "#ffffff") - 4.48) < 0.01)
    }

    @Test("Text is told from what is behind it by 4.5 to 1, in light and in dark")
    func texts() throws {
        for (text, surface) in Palette.texts {
            #expect(try contrast(text.light, surface.light) >= 4.5, "\(text.name) on \(surface.name), light")
            #expect(try contrast(text.dark, surface.dark) >= 4.5, "\(text.name) on \(surface.name), dark")
        }
    }

    @Test("Drawings and edges are told from what is behind them by 3 to 1, in light and in dark")
    func drawings() throws {
        for (drawing, surface) in Palette.drawings {
            #expect(try contrast(drawing.light, surface.light) >= 3, "\(drawing.name) on \(surface.name), light")
            #expect(try contrast(drawing.dark, surface.dark) >= 3, "\(drawing.name) on \(surface.name), dark")
        }
    }

    @Test("The style sheet takes every colour from the palette")
    func stylesheet() {
        let names = Set(Palette.all.map(\.name))
        let used = Stylesheet.text.split(separator: "var(--").dropFirst().map { String($0.prefix { $0 != ")" }) }
        #expect(Set(used) == names)
    }
}
