import Foundation
import FoundationXML

/// Reads a page with a parser that is not ours, and that forgives nothing: XML (libxml2).
final class PageReader: NSObject, XMLParserDelegate {
    struct Element: Equatable {
        let name: String
        let attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    private(set) var text = ""
    private(set) var headings: [Int] = []
    /// How many columns each row of each table has.
    private(set) var rowWidths: [[Int]] = []
    private var openTables: [Int] = []

    static func read(_ page: String) throws -> PageReader {
        let reader = PageReader()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = reader
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
        return reader
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

    func parser(
        _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes))
        switch name {
        case "table":
            openTables.append(rowWidths.count)
            rowWidths.append([])
        case "tr": if let table = openTables.last { rowWidths[table].append(0) }
        case "td", "th":
            guard let table = openTables.last, !rowWidths[table].isEmpty else { return }
            rowWidths[table][rowWidths[table].count - 1] += attributes["colspan"].flatMap { Int($0) } ?? 1
        default:
            if name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue { headings.append(level) }
        }
    }

    func parser(_: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?) {
        if name == "table" { openTables.removeLast() }
    }

    func parser(_: XMLParser, foundCharacters string: String) { text += string }
}
