/// Finds identifiers inside short texts: path segments, search words, campaign names.
///
/// A text that a detector takes for an identifier is not stored, so a false alarm costs one word and a miss costs a
/// person's privacy: wherever notations overlap, the detectors fire. They look at the text as it is; decoding is up to
/// the caller. Full-width characters, typographic hyphens and wide spaces count as their ASCII counterparts. Time is
/// linear in the text.
public enum Detectors {
    /// Whether the text holds an identifier.
    public static func contains(_ text: Span<UInt8>) -> Bool {
        kind(text) != nil
    }

    /// The first kind of identifier found in the text.
    public static func kind(_ text: Span<UInt8>) -> IdentifierKind? {
        let survey = DetectorSurvey(text)
        if let found = kind(text, survey) { return found }
        guard survey.mayHaveWideCharacters else { return nil }
        // Folded, characters may join what is an identifier only while they stand apart; so both readings count.
        let folded = CompatibilityFolding.fold(text)
        return kind(folded.span, DetectorSurvey(folded.span))
    }

    private static func kind(_ text: Span<UInt8>, _ survey: DetectorSurvey) -> IdentifierKind? {
        if survey.hasAt, holdsEmail(text) { return .email }
        if survey.longestRun >= 8 {
            if survey.digits >= 4, holdsUUID(text) { return .uuid }
            if survey.longestRun >= 11, holdsJWT(text) { return .jwt }
        }
        if survey.digits >= 4, survey.dots >= 3 || survey.dashes >= 3, holdsIPv4(text) { return .ipv4 }
        if survey.colons >= 5 || survey.dashes >= 5 || survey.dots >= 2, holdsMAC(text) { return .mac }
        if survey.colons >= 2, holdsIPv6(text) { return .ipv6 }
        if survey.digits >= 8, let found = identifyingNumber(text) { return found }
        if survey.longestRun >= 12, let found = randomToken(text) { return found }
        return nil
    }
}
