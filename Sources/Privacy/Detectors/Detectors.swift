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
        if survey.hasAt || survey.maySpellAt || survey.spaces >= 4, holdsSpelledEmail(text) { return .email }
        if survey.hasEquals, holdsNamedValue(text) { return .named }
        if survey.longestRun >= 8 {
            if survey.digits >= 4, holdsUUID(text) { return .uuid }
            if survey.longestRun >= 11, holdsJWT(text) { return .jwt }
        }
        if let found = address(text, survey) { return found }
        if survey.digits >= 8, let found = identifyingNumber(text) { return found }
        if survey.longestRun >= 12 {
            if let found = randomToken(text) { return found }
            // Base64 of printable text has both cases.
            if survey.capitals > 0, hidesText(text) { return .token }
        }
        return nil
    }

    /// Addresses of the network; each look is worth its time only if there are enough separators.
    private static func address(_ text: Span<UInt8>, _ survey: DetectorSurvey) -> IdentifierKind? {
        let separators = max(survey.dots, survey.dashes, survey.underscores)
        if survey.digits >= 4, separators >= 3, holdsIPv4(text) { return .ipv4 }
        if survey.digits > 0, survey.longestRun >= 8, holdsHexadecimalIPv4(text) { return .ipv4 }
        let mayHoldMAC =
            survey.dots >= 2 || (survey.dashes > 0 && survey.longestRun >= 13) || survey.underscores >= 5
            || survey.spaces >= 5
        if mayHoldMAC, survey.digits > 0 || survey.dashes >= 5, holdsMAC(text) { return .mac }
        if survey.colons >= 5, holdsColonMAC(text) { return .mac }
        if survey.colons >= 2, holdsIPv6(text) { return .ipv6 }
        if survey.dashes >= 3, survey.digits >= 3, holdsDashedIPv6(text) { return .ipv6 }
        if survey.dots >= 15, holdsNibbles(text) { return .ipv6 }
        return nil
    }
}
