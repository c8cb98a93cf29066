internal import Events

/// The choice of a family among all that an agent claims.
extension AgentClassifier {
    typealias Browser = (name: String?, major: Int64)

    func browser(_ scan: AgentScan, _ system: SystemFamily?) -> Browser {
        guard scan.browser >= 0 else { return unnamed(scan, system) }
        let family = AgentLexicon.browsers[Int(scan.browser)]
        let major = scan.browserVersion
        switch family.kind {
        case .plain: return (family.name, major)
        case .chrome: return chrome(family.name, scan, system)
        case .safari: return safari(scan, system)
        case .firefox: return firefox(family.name, scan, system)
        case .edge: return (isMobile(scan, system) ? "Edge Mobile" : "Edge", major)
        case .internetExplorer: return series60(scan) ?? internetExplorer(family.name, scan)
        case .outlook: return (family.name, AgentClassifier.outlookYear(major))
        case .opera: return opera(family.name, scan)
        case .blackBerry: return blackBerry(scan)
        case .facebook: return (family.name, scan.numbers.facebook)
        case .playStation3: return (scan.marks.contains(.webKit) ? "NetFront NX" : family.name, major)
        case .duckDuckGo: return (scan.marks.contains(.mobile) ? "DuckDuckGo Mobile" : family.name, major)
        }
    }

    private func isMobile(_ scan: AgentScan, _ system: SystemFamily?) -> Bool {
        system?.kind == .android || scan.marks.contains(.mobile)
    }

    private func chrome(_ name: String, _ scan: AgentScan, _ system: SystemFamily?) -> Browser {
        guard name == "Chrome", isMobile(scan, system) else { return (name, scan.numbers.chrome) }
        if scan.marks.contains(.webView) || (scan.marks.contains(.version) && system?.kind == .android) {
            return ("Chrome Mobile WebView", scan.numbers.chrome)
        }
        return (scan.marks.contains(.mobile) ? "Chrome Mobile" : "Chrome", scan.numbers.chrome)
    }

    private func safari(_ scan: AgentScan, _ system: SystemFamily?) -> Browser {
        let version = scan.marks.contains(.webKit) ? scan.numbers.version : scan.numbers.safari
        switch system?.kind {
        case .iOS: return ("Mobile Safari", version)
        case .android where scan.numbers.android != NumberColumn.absent: return ("Android", scan.numbers.android)
        default: break
        }
        if let browser = series60(scan) { return browser }
        // Between releases WebKit's makers mark its number by a plus.
        return scan.webKit.isOpen ? ("WebKit Nightly", scan.webKit.major) : ("Safari", version)
    }

    private func firefox(_ name: String, _ scan: AgentScan, _ system: SystemFamily?) -> Browser {
        let isHandset = system?.kind == .android || system?.name == "Firefox OS" || scan.marks.contains(.mobile)
        if isHandset { return ("Firefox Mobile", scan.numbers.firefox) }
        if name != "Firefox" { return (name, scan.numbers.firefox) }
        switch scan.browserStage {
        case .released: return (name, scan.browserVersion)
        case .alpha: return ("Firefox Alpha", scan.browserVersion)
        case .beta: return ("Firefox Beta", scan.browserVersion)
        }
    }

    /// Later versions pretend to be 7.0 for old sites, but the engine's number tells.
    private func internetExplorer(_ name: String, _ scan: AgentScan) -> Browser {
        let hidden = scan.numbers.trident != NumberColumn.absent && scan.numbers.trident >= 4
        return (name, hidden ? scan.numbers.trident + 4 : scan.numbers.explorer)
    }

    private func opera(_ name: String, _ scan: AgentScan) -> Browser {
        // Until it was built on Chromium it called itself 9.80 and gave its version elsewhere.
        let isOld = scan.numbers.version != NumberColumn.absent && !scan.marks.contains(.chrome)
        let isMobile = scan.marks.contains(.operaMobile) || (!isOld && scan.marks.contains(.mobile))
        return (name == "Opera" && isMobile ? "Opera Mobile" : name, isOld ? scan.numbers.version : scan.browserVersion)
    }

    /// Devices of the time before WebKit give their model where others give a version.
    private func blackBerry(_ scan: AgentScan) -> Browser {
        if scan.numbers.tabletOS != NumberColumn.absent { return ("BlackBerry WebKit", scan.numbers.tabletOS) }
        let isOld = scan.numbers.version == NumberColumn.absent
        return isOld ? ("BlackBerry", scan.browserVersion) : ("BlackBerry WebKit", scan.numbers.version)
    }

    /// What Nokia's telephones had before they named their browser: the platform's version stands for it.
    private func series60(_ scan: AgentScan) -> Browser? {
        if scan.beginsWithNokia { return ("Nokia Services (WAP) Browser", NumberColumn.absent) }
        switch scan.numbers.series60 {
        case NumberColumn.absent: return nil
        case 5: return ("Nokia Browser", 7)
        default: return ("Nokia OSS Browser", scan.numbers.series60)
        }
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

    /// Agents that name an engine or a device and no browser.
    private func unnamed(_ scan: AgentScan, _ system: SystemFamily?) -> Browser {
        if scan.marks.contains(.trident) { return internetExplorer("IE", scan) }
        switch system?.kind {
        case .iOS where !scan.marks.contains(.cfNetwork) && !scan.marks.isDisjoint(with: [.appleDevice, .webKit]):
            return ("Mobile Safari UI/WKWebView", scan.numbers.version)
        case .android where scan.numbers.android != NumberColumn.absent: return ("Android", scan.numbers.android)
        case .macOS where scan.webKit.parts == 3: return ("Apple Mail", scan.webKit.major)
        default: break
        }
        if let browser = series60(scan) { return browser }
        return (nil, NumberColumn.absent)
    }
}
