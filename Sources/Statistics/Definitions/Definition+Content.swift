import Events

extension Definition {
    static let pages = Definition(
        "pages", .views, by: .text(.path), vocabulary: .open,
        columns: [.pageViews, .bytes, .visitors] + Column.durations, guards: [.untimedHits],
        relation: .totals(.pageViews))
    static let hosts = Definition(
        "hosts", .requests, by: .text(.host), vocabulary: .open,
        columns: [.hits, .pageViews, .bytes, .visitors] + Column.durations, guards: [.otherHits, .untimedHits],
        relation: .totals(.hits, .pageViews, .bytes))
    /// Documents and archives are page views, since somebody asked for them.
    static let downloads = Definition(
        "downloads", .views, by: .text(.path), vocabulary: .open,
        columns: [.sum(.pageViews, as: "hits"), .bytes, .visitors],
        relation: .selection(of: "pages", extensions: downloadExtensions))

    static let fileTypes = Definition(
        "file_types", .files, by: .fileExtension, vocabulary: .open, columns: [.hits, .bytes, .visitors],
        relation: .own)
    static let staticFiles = Definition(
        "static_files", .files, by: .fileExtension, .text(.path), vocabulary: .open,
        columns: [.hits, .bytes, .visitors], relation: .children(of: "file_types"))

    private static let downloadExtensions = [
        "7z", "apk", "bin", "bz2", "csv", "deb", "dmg", "doc", "docx", "epub", "exe", "gz", "hwp", "hwpx", "ics", "ipa",
        "iso", "log", "md", "msi", "odp", "ods", "odt", "pdf", "ppt", "pptx", "rar", "rpm", "tar", "tgz", "tsv", "txt",
        "vcf", "xls", "xlsx", "xz", "yaml", "yml", "zip",
    ]
}
