/// A list of byte strings in one arena: the distinct values of a column.
public struct ByteDictionary: Sendable {
    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline var ends: [UInt32] = []

    public init() {}

    public init(_ values: some Sequence<String>) {
        for value in values {
            append(value)
        }
    }

    @inlinable public var count: Int { ends.count }
    @inlinable public var isEmpty: Bool { ends.isEmpty }
    /// Bytes of all values together.
    @inlinable public var byteCount: Int { bytes.count }

    /// Lends all values, one behind the other; ``range(of:)`` says where each lies.
    @inlinable
    public func withArena<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try body(bytes.span)
    }

    /// Where value `index` lies in the arena.
    @inlinable
    public func range(of index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// Lends the bytes of value `index`.
    @inlinable
    public func withValue<Result>(_ index: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try body(bytes.span.extracting(range(of: index)))
    }

    /// Appends a value and returns its index.
    ///
    /// The arena holds less than 4 GiB; batches are cut long before.
    @inlinable
    @discardableResult
    public mutating func append(_ value: Span<UInt8>) -> Int {
        // SAFETY: the buffer is read before the closure ends.
        unsafe value.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        return close()
    }

    @discardableResult
    public mutating func append(_ value: String) -> Int {
        bytes.append(contentsOf: value.utf8)
        return close()
    }

    @inlinable
    mutating func close() -> Int {
        ends.append(UInt32(bytes.count))
        return ends.count - 1
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Value `index` as text, invalid UTF-8 repaired.
    ///
    /// For what people see, never per line.
    public func text(_ index: Int) -> String {
        String(decoding: bytes[range(of: index)], as: UTF8.self)
    }
}
