extension TemplateFormat {
    /// What the default configuration of mod_ssl logs besides the access log: `ssl_request_log`.
    static let apacheTLS = TemplateFormat(
        name: "apache_ssl", summary: "Apache's ssl_request_log",
        nginx: [#"[$time_local] $remote_addr $ssl_protocol $ssl_cipher "$request" $body_bytes_sent"#])
}
