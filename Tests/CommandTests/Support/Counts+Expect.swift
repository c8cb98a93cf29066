import Testing

/// Demands counts; says both if they differ.
func expect(
    _ counts: Counts, _ expected: Counts, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(counts == expected, comment, sourceLocation: sourceLocation)
}
