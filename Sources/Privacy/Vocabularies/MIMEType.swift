/// Media types that web servers send (IANA's "Media Types" registry, and the unregistered ones in common use).
public enum MIMEType {
    /// What stands for a type that is not listed.
    public static let other = "other"

    /// The type without its parameters, in lower case, or ``other``.
    ///
    /// `text/html; charset=utf-8` is `text/html`. A closed list, because a client can send any name it likes.
    public static func name(_ type: Span<UInt8>) -> String {
        let start = type.trimmedRange.lowerBound
        var end = start
        while end < type.count, !endsType(type[end]) { end += 1 }
        guard 3...96 ~= end - start else { return other }
        let name = type.extracting(start..<end)
        var hash = HashedWords.seed
        for index in 0..<name.count { hash = HashedWords.step(hash, ASCII.lowercased(name[index])) }
        guard let number = list.words.find(HashedWords.finish(hash)) else { return other }
        // A stranger chooses the bytes: equal hashes are not enough.
        return name.equalsIgnoringCase(list.names[number]) ? list.names[number] : other
    }

    private static func endsType(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\t"): true
        default: false
        }
    }

    private static let list: (words: HashedWords, names: [String]) = {
        var words = HashedWords(capacity: 300)
        var names: [String] = []
        for (top, subtypes) in types {
            for subtype in subtypes.split(separator: " ") {
                let name = "\(top)/\(subtype)"
                if words.insert(HashedWords.hash(name.utf8)) == names.count { names.append(name) }
            }
        }
        return (words, names)
    }()

    private static let types: [(String, String)] = [
        (
            "text",
            """
            html plain css javascript xml csv calendar markdown vcard event-stream vtt cache-manifest rtf x-component \
            tab-separated-values x-javascript x-json x-markdown vnd.wap.wml x-python x-yaml yaml x-log x-vcard \
            x-server-parsed-html
            """
        ),
        (
            "application",
            """
            json javascript xml xhtml+xml pdf zip gzip octet-stream x-www-form-urlencoded rss+xml atom+xml ld+json \
            manifest+json geo+json problem+json problem+xml vnd.api+json hal+json json-patch+json merge-patch+json \
            x-javascript ecmascript wasm rtf msword vnd.ms-excel vnd.ms-powerpoint vnd.ms-fontobject font-woff \
            font-woff2 x-font-woff x-font-ttf x-font-otf x-font-opentype vnd.apple.mpegurl x-mpegurl dash+xml mp4 ogg \
            x-tar x-gzip x-bzip2 x-bzip x-7z-compressed x-rar-compressed vnd.rar x-xz zstd x-zip-compressed \
            java-archive vnd.android.package-archive x-apple-diskimage x-msdownload x-msi x-debian-package x-rpm \
            x-shockwave-flash epub+zip vnd.oasis.opendocument.text vnd.oasis.opendocument.spreadsheet \
            vnd.oasis.opendocument.presentation vnd.openxmlformats-officedocument.wordprocessingml.document \
            vnd.openxmlformats-officedocument.spreadsheetml.sheet \
            vnd.openxmlformats-officedocument.presentationml.presentation x-hwp haansofthwp vnd.hancom.hwp \
            vnd.hancom.hwpx postscript x-sh x-php x-httpd-php x-ndjson json-seq x-yaml yaml toml soap+xml xml-dtd \
            rdf+xml opensearchdescription+xml grpc grpc-web grpc-web+proto grpc+proto x-protobuf protobuf \
            vnd.google.protobuf msgpack x-msgpack cbor graphql graphql+json graphql-response+json jwt jose pkcs7-mime \
            pkix-cert x-x509-ca-cert ocsp-request ocsp-response timestamp-query vnd.google-earth.kml+xml \
            vnd.google-earth.kmz gpx+xml sql x-sqlite3 vnd.sqlite3 x-ns-proxy-autoconfig x-bittorrent x-iso9660-image \
            x-web-app-manifest+json csp-report reports+json dns-message ohttp-req ohttp-res x-chrome-extension \
            x-amz-json-1.0 x-amz-json-1.1 vnd.mozilla.xul+xml xslt+xml vnd.git-lfs+json x-git-upload-pack-request \
            x-git-upload-pack-result x-git-receive-pack-request x-git-receive-pack-result vnd.apache.parquet x-parquet \
            vnd.docker.distribution.manifest.v2+json vnd.oci.image.manifest.v1+json vnd.oci.image.index.v1+json
            """
        ),
        (
            "image",
            """
            png jpeg gif webp avif svg+xml x-icon vnd.microsoft.icon bmp tiff heic heif apng jxl jpg pjpeg x-png \
            x-ms-bmp jp2 vnd.adobe.photoshop vnd.wap.wbmp x-webp jfif
            """
        ),
        (
            "audio",
            """
            mpeg mp4 ogg wav x-wav webm aac flac x-flac x-m4a x-mpegurl midi opus mp3 x-aac amr 3gpp vnd.wave
            """
        ),
        (
            "video",
            """
            mp4 webm ogg mpeg quicktime x-msvideo x-ms-wmv x-flv x-matroska mp2t 3gpp x-m4v iso.segment x-ms-asf av1 \
            h264
            """
        ),
        ("font", "woff woff2 ttf otf sfnt collection"),
        ("model", "gltf+json gltf-binary obj stl"),
        ("multipart", "form-data mixed byteranges x-mixed-replace alternative related"),
        ("message", "http rfc822 ohttp-req ohttp-res"),
    ]
}
