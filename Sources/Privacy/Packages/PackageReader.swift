internal import Events

/// Opens what a ``PackageSealer`` has written, as much of it as is whole, and says what is wrong with the rest.
public struct PackageReader {
    private let header: PackageHeader
    private let reader: SealedFileReader

    private init(header: PackageHeader, reader: SealedFileReader) {
        self.header = header
        self.reader = reader
    }

    /// Reads a package once to find its frames.
    ///
    /// - Parameter size: the file's length.
    /// - Returns: nil if it is no package, or its header is cut off.
    /// - Throws: what the source throws.
    public static func survey(
        size: Int, source: @escaping SealedFileReader.Source
    ) throws -> PackageReader? {
        guard size >= PackageHeader.length, let header = PackageHeader(try source(0, PackageHeader.length)) else {
            return nil
        }
        let reader = try SealedFileReader.survey(header.name, size: size - PackageHeader.length) { offset, count in
            try source(offset + PackageHeader.length, count)
        }
        return PackageReader(header: header, reader: reader)
    }

    /// Opens every frame that is whole, in the order in which they were written, and says what is wrong; places are counted
    /// from behind the package's own header.
    ///
    /// - Throws: ``SealError/cannotOpen`` if the package is for somebody else, and what `body` throws.
    public func open(
        with recipient: borrowing PrivateHalf, _ body: (OpenedFrame) throws -> Void
    ) throws -> [SealedFault] {
        let half = try header.open(with: recipient)
        return try reader.open(with: half, body)
    }
}
