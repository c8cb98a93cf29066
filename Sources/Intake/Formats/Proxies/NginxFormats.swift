extension TemplateFormat {
    /// The default of the ingress-nginx controller (`upstreaminfo`), also with the chain of the forwarded addresses in
    /// front, as its older versions write it.
    static let ingressNginx = TemplateFormat(
        name: "ingress_nginx", summary: "ingress-nginx, the Kubernetes controller",
        nginx: ["", "[$the_real_ip] - "].map { chain in
            #"$remote_addr - \#(chain)$remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "#
                + #""$http_user_agent" $request_length $request_time [$upstream_name] [$alternative] $upstream_addr "#
                + #"$upstream_response_length $upstream_response_time $upstream_status $req_id"#
        })

    /// What Nginx Proxy Manager gives its hosts (`proxy`), and its default host (`standard`).
    static let nginxProxyManager = TemplateFormat(
        name: "nginx_proxy_manager", summary: "Nginx Proxy Manager",
        nginx: [
            #"[$time_local] $upstream_cache_status $upstream_status $status - $request_method $scheme $host "#
                + #""$request_uri" [Client $remote_addr] [Length $body_bytes_sent] [Gzip $gzip_ratio] [Sent-to $server] "#
                + #""$http_user_agent" "$http_referer""#,
            #"[$time_local] $status - $request_method $scheme $host "$request_uri" [Client $remote_addr] "#
                + #"[Length $body_bytes_sent] [Gzip $gzip_ratio] "$http_user_agent" "$http_referer""#,
        ])

    /// Combined with the forwarded chain in front of the peer, quoted or not, and perhaps the host in front of both, as
    /// reverse proxies are often told to write it.
    static let forwardedCombined = TemplateFormat(
        name: "forwarded_combined", summary: "the forwarded addresses, then combined",
        nginx: ["\"$http_x_forwarded_for\"", "$http_x_forwarded_for"].flatMap { chain in
            ["", "$host "].map { host in
                host + chain + #" $remote_addr $ident $remote_user [$time_local] "$request" $status $bytes_sent "#
                    + #""$http_referer" "$http_user_agent""#
            }
        })
}

extension JSONFormat {
    /// JSON that nginx writes with `escape=json`, the keys named after nginx's variables.
    static let nginx = JSONFormat(
        name: "nginx_json", summary: "nginx with JSON whose keys are its variables (remote_addr, status, …)",
        NginxFormatText.directives.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }.map {
            FieldMap.Entry([$0.key], $0.value.field)
        }, signature: ["remote_addr", "status"])
}
