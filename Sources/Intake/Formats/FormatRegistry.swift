/// The log formats, the more specific before the more general: detection takes the first of those that match equally
/// well.
public enum FormatRegistry {
    public static let formats: [LogFormat] = builtIn.map { LogFormat($0) }

    private static let builtIn: [any LineFormat] = [
        VirtualHostCombinedFormat(), CombinedFormat(), CommonFormat(), TemplateFormat.traefik,
        TemplateFormat.ingressNginx, CombinedExtraFormat(), TemplateFormat.forwardedCombined,
        TemplateFormat.nginxProxyManager, TomcatFormat(), VirtualHostExtraFormat(),
        TemplateFormat.apacheTLS, W3CFormat(), IISFormat(), CloudFrontFormat(),
        TemplateFormat.applicationLoadBalancer, TemplateFormat.classicLoadBalancer, TemplateFormat.s3,
        HAProxyFormat(), SquidFormat(), TemplateFormat.envoy, JSONFormat.caddy, JSONFormat.traefik, JSONFormat.envoy,
        JSONFormat.cloudflare, JSONFormat.googleLoadBalancer, JSONFormat.nginx, JSONFormat.gelf, JSONFormat.common,
        LTSVFormat(), LogfmtFormat.logfmt, LogfmtFormat.keyValue, LogfmtFormat.radius, WindowsDHCPFormat(),
        NginxErrorFormat(), ApacheErrorFormat(), DeviceLineFormat(),
    ]

    /// What may stand around the lines of any format: its name, and what it is.
    public static let envelopes: [(name: String, summary: String)] = Envelope.allCases.map {
        ($0.rawValue, $0.summary)
    }

    /// The format of that name, if there is one; `syslog:combined` is one in an envelope.
    public static func format(named name: String) -> LogFormat? {
        if let format = formats.first(where: { $0.name == name }) { return format }
        guard let colon = name.firstIndex(of: ":"), let envelope = Envelope(rawValue: String(name[..<colon])),
            let inner = format(named: String(name[name.index(after: colon)...]))
        else { return nil }
        return inner.enclosed(in: envelope)
    }
}
