/// Checks a JSON text (RFC 8259) and tells the wanted values in it, in one pass and without building anything.
///
/// A text is accepted exactly if the grammar of the RFC accepts it, its strings are well-formed UTF-8 (if that is
/// asked for) and its containers are nested at most ``maximumDepth`` deep; values that nobody wants are checked too, so that no line is taken by
/// halves. Escapes of lone surrogates are accepted, as the grammar has it. Of a name that an object has twice both
/// values are told, in their order.
///
/// ```swift
/// try JSONScanner.scan(bytes, line, wanting: table) { id, value in … }
/// ```
enum JSONScanner {
    /// How many containers may be open at once; RFC 8259, section 9, leaves the limit to the reader.
    static let maximumDepth = 64

    /// A container that is open.
    struct Container {
        /// Its place in the table, ``KeyPathTable/nowhere`` if nothing in it is wanted.
        var node = KeyPathTable.nowhere
        /// The number of the current element of an array.
        var element: Int32 = 0
        var isArray = false
        /// Whether the array itself is wanted and has had no scalar yet.
        var wantsScalar = false

        @inline(__always)
        var closing: UInt8 { isArray ? ASCII.rightBracket : ASCII.rightBrace }
    }

    /// Scans the JSON text at `text` of `bytes`.
    ///
    /// - Parameters:
    ///   - requiresUTF8: whether strings must be well-formed UTF-8, as RFC 8259, section 8.1, has it. nginx writes the bytes
    ///     that a client sent as they are, so logs do without.
    ///   - acceptsAnyValue: whether the text may be any JSON value; the line of a log must be an object.
    ///   - found: called with each wanted scalar; what it throws ends the scan.
    /// - Throws: `.missingField` at the end of a text that is cut, `.syntax` at the byte that cannot stand where it does.
    static func scan(
        _ bytes: Span<UInt8>, _ text: Range<Int>, wanting table: KeyPathTable, requiresUTF8: Bool = true,
        acceptsAnyValue: Bool = false,
        _ found: (_ id: Int, _ value: JSONScalar) throws(LineFailure) -> Void
    ) throws(LineFailure) {
        let end = text.upperBound
        var position = text.lowerBound
        var outer = InlineArray<64, Container>(repeating: Container())
        var depth = 0
        var container = Container()
        var node = KeyPathTable.root
        try passSpace(bytes, &position, end)
        guard acceptsAnyValue || bytes[position] == ASCII.leftBrace else { throw LineFailure(.syntax, at: position) }
        while true {
            let byte = bytes[position]
            var isBehindValue = true
            if byte == ASCII.leftBrace || byte == ASCII.leftBracket {
                guard depth < maximumDepth else { throw LineFailure(.syntax, at: position) }
                outer[depth] = container
                depth += 1
                container = Container(node: node, isArray: byte == ASCII.leftBracket)
                container.wantsScalar = container.isArray && table.id(of: node) != nil
                position += 1
                try passSpace(bytes, &position, end)
                isBehindValue = bytes[position] == container.closing
            } else {
                let value = try scalar(bytes, &position, end, requiresUTF8: requiresUTF8)
                if let id = table.id(of: node) { try found(id, value) }
                if container.wantsScalar, let id = table.id(of: container.node) {
                    container.wantsScalar = false
                    try found(id, value)
                }
            }
            if isBehindValue {
                while depth > 0 {
                    try passSpace(bytes, &position, end)
                    if bytes[position] == ASCII.comma { break }
                    guard bytes[position] == container.closing else { throw LineFailure(.syntax, at: position) }
                    position += 1
                    depth -= 1
                    container = outer[depth]
                }
                if depth == 0 { break }
                container.element &+= 1
                position += 1
                try passSpace(bytes, &position, end)
            }
            node = try member(bytes, &position, end, of: container, table, requiresUTF8: requiresUTF8)
        }
        while position < end, isSpace(bytes[position]) { position += 1 }
        guard position == end else { throw LineFailure(.syntax, at: position) }
    }

    /// Goes to the value of the next member or element.
    ///
    /// - Returns: the value's place in the table.
    @inline(__always)
    private static func member(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, of container: Container, _ table: KeyPathTable,
        requiresUTF8: Bool
    ) throws(LineFailure) -> Int32 {
        if container.isArray { return table.child(of: container.node, element: container.element) }
        guard bytes[position] == ASCII.quote else { throw LineFailure(.syntax, at: position) }
        let name = try string(bytes, &position, end, requiresUTF8: requiresUTF8)
        let node =
            name.hasEscapes
            ? escapedChild(of: container.node, bytes, name.range, table)
            : table.child(of: container.node, bytes, name.range)
        try passSpace(bytes, &position, end)
        guard bytes[position] == ASCII.colon else { throw LineFailure(.syntax, at: position) }
        position += 1
        try passSpace(bytes, &position, end)
        return node
    }

    /// Looks a name up that has escapes: rare, so that it may allocate.
    @inline(never)
    private static func escapedChild(
        of node: Int32, _ bytes: Span<UInt8>, _ name: Range<Int>, _ table: KeyPathTable
    ) -> Int32 {
        guard table.hasChildren(node) else { return KeyPathTable.nowhere }
        var decoded: [UInt8] = []
        let range = JSONEscapes.decode(bytes, name, into: &decoded)
        return table.child(of: node, decoded.span, range)
    }

    /// Passes over white space to a byte that is there.
    @inline(__always)
    private static func passSpace(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
    ) throws(LineFailure) {
        while position < end {
            if !isSpace(bytes[position]) { return }
            position &+= 1
        }
        throw LineFailure(.missingField, at: end)
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte <= ASCII.space
            && (byte == ASCII.space || byte == ASCII.tab || byte == ASCII.lineFeed || byte == ASCII.carriageReturn)
    }
}
