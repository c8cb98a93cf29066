extension Definition {
    /// The tables of a closed day; a table comes behind those that its relation names.
    public static let standard: [Definition] = groups.flatMap(\.self)

    private static let groups: [[Definition]] = [
        // Whether people came, how many, and when.
        [totals, hours, hourBlocks, memberships, visitsPerVisitor],
        // What they looked at, and what that is made of.
        [pages, hosts, downloads, fileTypes, staticFiles],
        // How requests were made and answered.
        [methods, protocols, tlsVersions, mimeTypes, cacheStatuses, statusCodes, responseSizes, responseTimes],
        [notFoundPages, notFoundReferrers],
        // How visits went.
        [visitDurations, visitLengths, entryPages, exitPages, viewingTimes, transitions],
        // What brought them.
        [referrerKinds, referrers, keywords, campaigns, searchWords],
        // What they used, and from where.
        [browsers, browserVersions, operatingSystems, deviceClasses, terminals, languages, countries, regions],
        // Who they are, where the input says so.
        [postalAreas, ageBands, genders, occupations],
        // What apps and devices reported.
        [appEvents, appEventVersions, appEventPlatforms, screens, clicks, appVersions, platforms, appStatuses],
        // What is no person.
        [robots, monitors],
    ]
}
