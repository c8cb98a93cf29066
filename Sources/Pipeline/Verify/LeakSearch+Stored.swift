import Store

extension LeakSearch {
    private static let readBytes = 256 << 10

    /// Searches a file as it lies on disk, and whatever looks like gzip data in it inflated.
    mutating func searchStored(
        _ source: FileSource, _ plan: StoredSearch, _ findings: inout FileFindings
    ) throws {
        if plan.readableFrom < source.byteCount { report.shortFormBytes += source.byteCount - plan.readableFrom }
        let needles = needles
        var stream = StreamSearch(needles.search)
        func add(_ pattern: Int, _ position: Int64) {
            let needle = needles.needles[pattern]
            guard !needle.isShort || position >= plan.readableFrom, !plan.isSearched(position) else { return }
            findings.add(needle, in: .file, at: position)
        }
        var position: Int64 = 0
        // A member is not looked for within another.
        var nextMember: Int64 = 0
        while position < source.byteCount {
            let count = min(LeakSearch.readBytes, Int(source.byteCount - position))
            // Two bytes more, for a member that begins at the end of the block.
            let bytes = try source.read(at: position, count: min(count + 2, Int(source.byteCount - position)))
            guard !bytes.isEmpty else { break }
            let block = bytes.prefix(count)
            stream.append(block, found: add)
            if plan.inflates {
                for start in block.indices where bytes.isMember(at: start) && position + Int64(start) >= nextMember {
                    nextMember = try searchMember(of: source, from: position + Int64(start), &findings)
                }
            }
            position += Int64(block.count)
        }
        stream.finish(found: add)
    }

    /// Searches what lies behind the beginning of a gzip member, as far as it can be inflated, and gzip data therein.
    ///
    /// - Returns: where to look for the next.
    private mutating func searchMember(
        of source: FileSource, from start: Int64, _ findings: inout FileFindings
    ) throws -> Int64 {
        let needles = needles
        let inflated = InflatedSearch(needles.search)
        var nested = InflatedSearch.Nested()
        func add(_ pattern: Int, _ inner: [Int64], _ position: Int64) {
            findings.add(needles.needles[pattern], in: .inflated(from: start, inner: inner), at: position)
        }
        var position = start
        while !inflated.isDone, position < source.byteCount {
            let input = try source.read(
                at: position, count: min(LeakSearch.readBytes, Int(source.byteCount - position)))
            guard !input.isEmpty else { break }
            position += Int64(inflated.append(input.span, &nested, add))
        }
        inflated.finish(&nested, add)
        guard inflated.producedBytes > 0 else { return start + 1 }
        if nested.isIncomplete {
            report.unsearched.append(
                LeakReport.Unsearched(
                    file: findings.file, reason: "gzip data lie too deep within others, or inflate to too much."))
        }
        report.members += 1 + nested.members
        report.inflatedBytes += inflated.producedBytes + nested.bytes
        report.shortFormBytes += inflated.producedBytes + nested.bytes
        return max(start + 1, start + inflated.consumedBytes)
    }
}

extension StreamSearch {
    /// Takes bytes that are there already.
    fileprivate mutating func append(_ bytes: ArraySlice<UInt8>, found: (Int, Int64) -> Void) {
        var rest = bytes
        while !rest.isEmpty {
            append(
                { buffer, filled in
                    let part = rest.prefix(buffer.count - filled)
                    buffer.replaceSubrange(filled..<filled + part.count, with: part)
                    rest = rest.dropFirst(part.count)
                    return part.count
                }, found: found)
        }
    }
}

extension [UInt8] {
    /// Whether a gzip member begins here.
    fileprivate func isMember(at start: Int) -> Bool {
        self[start] == InflatedSearch.beginning[0] && self[start...].starts(with: InflatedSearch.beginning)
    }
}
