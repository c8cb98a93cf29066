public import Events
public import Intake

/// The tags of what stands in the rows of a batch.
extension SubjectTagger {
    /// The columns that hold strong identifiers.
    static let strongColumns: [RawBatch.Text] = [.user, .cookie, .device, .mac]

    /// The tags of one value of a column; empty if it names nobody.
    func tags(of value: Span<UInt8>, in column: RawBatch.Text) -> [SubjectTag] {
        switch column {
        case .user:
            return value.indices.contains { value[$0] == UInt8(ascii: "@") }
                ? [userTag(value), emailTag(value)] : [userTag(value)]
        case .cookie: return cookieTags(value)
        case .device, .mac: return deviceTag(value).map { [$0] } ?? []
        case .client: return [addressTag(value)]
        default: return []
        }
    }

    /// The tags of a column's value that is a cookie, or a header with cookies: of the whole, of each pair, and of those values
    /// that tell people apart.
    private func cookieTags(_ text: Span<UInt8>) -> [SubjectTag] {
        var tags = [cookieTag(text)]
        for pair in CookieHeader(text).pairs {
            if pair.range.count < text.count { tags.append(cookieTag(text.extracting(pair.range))) }
            if pair.tellsPeopleApart { tags.append(cookieTag(text.extracting(pair.value))) }
        }
        return tags
    }

    /// The tags of all strong identifiers of one row.
    ///
    /// For rows that are looked at one by one; ``SubjectMatcher`` looks at whole batches.
    public func strongTags(of batch: RawBatch, row: Int) -> Set<SubjectTag> {
        var tags: Set<SubjectTag> = []
        for column in SubjectTagger.strongColumns where !batch[column].indices.isEmpty {
            let index = batch[column].indices[row]
            guard index != absentIndex else { continue }
            tags.formUnion(batch[column].dictionary.withValue(Int(index)) { self.tags(of: $0, in: column) })
        }
        return tags
    }
}
