import Gzip
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

    /// Searches what lies behind the beginning of a gzip member, as far as it can be inflated.
    ///
    /// - Returns: where to look for the next.
    private mutating func searchMember(
        of source: FileSource, from start: Int64, _ findings: inout FileFindings
    ) throws -> Int64 {
        let needles = needles
        var stream = StreamSearch(needles.search)
        var inflater = GzipInflater()
        var position = start
        var isDone = false
        while !isDone, position < source.byteCount {
            let input = try source.read(
                at: position, count: min(LeakSearch.readBytes, Int(source.byteCount - position)))
            guard !input.isEmpty else { break }
            var consumed = 0
            var isFull = false
            repeat {
                let before = inflater.producedBytes
                stream.append { buffer, filled in
                    let rest = input.span.extracting(consumed...)
                    do throws(GzipError) {
                        consumed += try inflater.inflate(rest, into: &buffer, at: filled).consumed
                    } catch {
                        // Something else begins behind the member, or it is none; what was inflated before is searched.
                        isDone = true
                    }
                    let produced = Int(inflater.producedBytes - before)
                    isFull = filled + produced == buffer.count
                    return produced
                } found: { pattern, place in
                    findings.add(needles.needles[pattern], in: .inflated(from: start), at: place)
                }
            } while !isDone && (isFull || consumed < input.count)
            position += Int64(consumed)
        }
        stream.finish { findings.add(needles.needles[$0], in: .inflated(from: start), at: $1) }
        guard stream.byteCount > 0 else { return start + 1 }
        report.members += 1
        report.inflatedBytes += stream.byteCount
        report.shortFormBytes += stream.byteCount
        return max(start + 1, start + inflater.consumedBytes)
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
    /// Whether a gzip member with the only method there is begins here (RFC 1952, section 2.3).
    fileprivate func isMember(at start: Int) -> Bool {
        self[start] == 0x1F && start + 2 < count && self[start + 1] == 0x8B && self[start + 2] == 8
    }
}
