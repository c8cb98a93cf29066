import Gzip

/// Collects the pages of one column chunk after the other: compresses, checksums and counts them.
struct PageAssembler: ~Copyable {
    /// The pages of the chunk so far.
    private(set) var bytes: [UInt8] = []
    private(set) var metadata = ColumnChunkMetadata()
    private let hasChecksums: Bool
    private var deflater: GzipDeflater
    private var stored: [UInt8] = []
    private var chunkOffset: Int64 = 0

    init(options: WriterOptions) {
        deflater = GzipDeflater(level: options.compressionLevel)
        hasChecksums = options.hasChecksums
    }

    /// Gives the memory of the last chunk back.
    mutating func releaseBuffers() {
        bytes = []
        stored = []
        deflater.releaseBuffer()
    }

    /// Begins a chunk at `offset` of the file.
    mutating func begin(codec: Codec, at offset: Int64) {
        bytes.removeAll(keepingCapacity: true)
        metadata = ColumnChunkMetadata()
        metadata.codec = codec
        chunkOffset = offset
    }

    mutating func appendDictionaryPage(_ body: Span<UInt8>, count: Int) {
        metadata.dictionaryPageOffset = chunkOffset + Int64(bytes.count)
        append(body, type: .dictionary, count: count, encoding: .plain)
    }

    mutating func appendDataPage(_ body: Span<UInt8>, count: Int, encoding: Encoding) {
        if metadata.valueCount == 0 { metadata.dataPageOffset = chunkOffset + Int64(bytes.count) }
        metadata.valueCount += Int64(count)
        append(body, type: .data, count: count, encoding: encoding)
    }

    /// The chunk's metadata, complete but for statistics.
    mutating func finish(isOptional: Bool) -> ColumnChunkMetadata {
        if metadata.valueCount == 0 { metadata.dataPageOffset = chunkOffset }
        metadata.compressedByteCount = Int64(bytes.count)
        metadata.encodings = isOptional ? [.rle] : []
        for entry in metadata.encodingCounts where !metadata.encodings.contains(entry.encoding) {
            metadata.encodings.append(entry.encoding)
        }
        return metadata
    }

    private mutating func append(_ body: Span<UInt8>, type: PageType, count: Int, encoding: Encoding) {
        var header = PageHeader(type: type, uncompressedSize: Int32(body.count), compressedSize: Int32(body.count))
        header.valueCount = Int32(count)
        header.encoding = encoding
        if metadata.codec == .gzip {
            stored.removeAll(keepingCapacity: true)
            deflater.deflate(body, appendingTo: &stored)
            let page = stored
            append(page.span, under: &header)
        } else {
            append(body, under: &header)
        }
        if let index = metadata.encodingCounts.firstIndex(where: {
            $0.pageType == type.rawValue && $0.encoding == encoding
        }) {
            metadata.encodingCounts[index].count += 1
        } else {
            metadata.encodingCounts.append(PageEncodingCount(pageType: type.rawValue, encoding: encoding, count: 1))
        }
    }

    private mutating func append(_ stored: Span<UInt8>, under header: inout PageHeader) {
        header.compressedSize = Int32(stored.count)
        if hasChecksums { header.crc = Gzip.crc32(stored) }
        let encoded = header.encoded()
        bytes.append(contentsOf: encoded)
        // SAFETY: the buffer is read before the closure ends.
        unsafe stored.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        metadata.uncompressedByteCount += Int64(encoded.count) + Int64(header.uncompressedSize)
    }
}
