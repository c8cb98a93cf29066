/// The closed list of file name extensions that may stay behind a replaced name.
enum FileExtension {
    /// What pages load by themselves: not a page view, not a download.
    static let assets = ByteSet(
        """
        js mjs map css scss less png jpg jpeg gif webp avif svg ico bmp tif tiff cur apng jfif heic \
        woff woff2 ttf otf eot mp4 m4v webm ogv mov mp3 m4a ogg oga wav aac flac m3u8 ts m4s mpd vtt srt wasm
        """)
    /// Documents, downloads and the scripts that make pages.
    static let pages = ByteSet(
        """
        html htm xhtml shtml php php5 phtml asp aspx ashx asmx jsp jspx do action cgi pl py rb cfm json jsonp xml rss atom \
        txt csv tsv md pdf doc docx hwp hwpx xls xlsx ppt pptx odt ods odp epub zip gz tgz tar bz2 xz 7z rar apk ipa exe dmg \
        msi deb rpm iso bin ics vcf yaml yml log
        """)
    private static let images = ByteSet("png jpg jpeg gif webp avif svg")

    /// An extension without its dot, in any case.
    static func isKnown(_ name: Span<UInt8>) -> Bool { assets.contains(name) || pages.contains(name) }

    static func isImage(_ name: Span<UInt8>) -> Bool { images.contains(name) }
}
