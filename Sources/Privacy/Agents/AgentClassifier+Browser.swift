internal import Events

/// The choice of a family among all that an agent claims.
extension AgentClassifier {
    func browser(_ scan: AgentScan, os: String?) -> (name: String?, major: Int64) {
        guard scan.browser >= 0 else { return unnamed(scan, os: os) }
        let name = AgentLexicon.browsers[Int(scan.browser)].name
        let major = scan.browserVersion
        switch name {
        case "Chrome": return chrome(scan, os: os)
        case "Safari": return safari(scan, os: os)
        case "Firefox": return (isMobile(scan, os) ? "Firefox Mobile" : "Firefox", major)
        case "Edge": return (isMobile(scan, os) ? "Edge Mobile" : "Edge", major)
        case "IE": return (os == "Windows Phone" ? "IE Mobile" : "IE", internetExplorer(scan, major))
        case "Outlook": return ("Outlook", AgentClassifier.outlookYear(major))
        case "Opera":
            let isOldOpera = scan.version != NumberColumn.absent && !scan.marks.contains(.chrome)
            return (isMobile(scan, os) ? "Opera Mobile" : "Opera", isOldOpera ? scan.version : major)
        case "BlackBerry WebKit": return (name, scan.version == NumberColumn.absent ? major : scan.version)
        default: return (name, major)
        }
    }

    private func isMobile(_ scan: AgentScan, _ os: String?) -> Bool {
        os == "Android" || os == "Firefox OS" || os == "HarmonyOS" || scan.marks.contains(.mobile)
    }

    private func chrome(_ scan: AgentScan, os: String?) -> (String?, Int64) {
        guard isMobile(scan, os) else { return ("Chrome", scan.chrome) }
        if scan.marks.contains(.webView) || (scan.marks.contains(.version) && os == "Android") {
            return ("Chrome Mobile WebView", scan.chrome)
        }
        return (scan.marks.contains(.mobile) ? "Chrome Mobile" : "Chrome", scan.chrome)
    }

    private func safari(_ scan: AgentScan, os: String?) -> (String?, Int64) {
        switch os {
        case "iOS":
            return scan.marks.contains(.webKit) ? ("Mobile Safari", scan.version) : ("Mobile Safari", scan.safari)
        case "Android": return ("Android", scan.android)
        case "Symbian OS": return ("Nokia Browser", scan.version)
        default: return ("Safari", scan.marks.contains(.webKit) ? scan.version : scan.safari)
        }
    }

    /// Later versions pretend to be 7.0 for old sites, but the engine's number tells.
    private func internetExplorer(_ scan: AgentScan, _ claimed: Int64) -> Int64 {
        scan.trident != NumberColumn.absent && scan.trident >= 4 ? scan.trident + 4 : claimed
    }

    /// Outlook is known by the year of its release, not by the version of Office.
    private static func outlookYear(_ version: Int64) -> Int64 {
        switch version {
        case 12: 2007
        case 14: 2010
        case 15: 2013
        case 16: 2016
        default: version
        }
    }

    /// Agents that name an engine and no browser.
    private func unnamed(_ scan: AgentScan, os: String?) -> (String?, Int64) {
        if scan.marks.contains(.trident) { return ("IE", internetExplorer(scan, NumberColumn.absent)) }
        if os == "iOS", scan.marks.contains(.webKit) { return ("Mobile Safari UI/WKWebView", scan.version) }
        if os == "Android", scan.marks.contains(.webKit), scan.version != NumberColumn.absent {
            return ("Android", scan.android)
        }
        if scan.device == .console { return ("NetFront", NumberColumn.absent) }
        return (nil, NumberColumn.absent)
    }
}
