/// The Content-Security-Policy (W3C, CSP Level 3) of a page: nothing is loaded, and only the style sheet and the script
/// of this program are obeyed, by their digests.
///
/// Should a text from outside ever become markup, a browser would still run nothing of it and send nothing anywhere.
struct ContentPolicy {
    let text: String

    init(sha256: ([UInt8]) -> [UInt8]) {
        let sources = [InlineCode.style, .script].map { code in
            "\(code.element)-src 'sha256-\(Base64.text(sha256(Array(code.content.utf8))))'"
        }
        text = (["default-src 'none'"] + sources + ["base-uri 'none'", "form-action 'none'"]).joined(separator: "; ")
    }
}
