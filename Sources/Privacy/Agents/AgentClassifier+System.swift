internal import Events

/// The choice of a system and a device class among all that an agent claims.
extension AgentClassifier {
    func system(_ scan: AgentScan) -> SystemFamily? {
        let found = scan.system < 0 ? nil : AgentLexicon.systems[Int(scan.system)]
        if scan.marks.contains(.cfNetwork), found == nil || found?.kind == .macOS {
            return scan.marks.contains(.intel) || found != nil ? AgentLexicon.macOS : AgentLexicon.iOS
        }
        switch found?.kind {
        // An iPad that asks for a desktop's page still says that it is mobile.
        case .macOS where scan.marks.isSuperset(of: [.mac, .mobile, .webKit]): return AgentLexicon.iOS
        case .linux where isSilk(scan): return AgentLexicon.android
        case .chromecast: return chromecast(scan)
        case nil: return unnamedSystem(scan)
        default: return found
        }
    }

    private func isSilk(_ scan: AgentScan) -> Bool {
        scan.browser >= 0 && AgentLexicon.browsers[Int(scan.browser)].name == "Amazon Silk"
    }

    private func chromecast(_ scan: AgentScan) -> SystemFamily {
        if scan.marks.contains(.android) { return SystemFamily("Chromecast Android", "", .chromecast) }
        if scan.marks.contains(.smartSpeaker) { return SystemFamily("Chromecast SmartSpeaker", "", .chromecast) }
        if scan.marks.contains(.fuchsia) { return SystemFamily("Chromecast Fuchsia", "", .chromecast) }
        return SystemFamily("Chromecast Linux", "", .chromecast)
    }

    private func unnamedSystem(_ scan: AgentScan) -> SystemFamily? {
        // `Mozilla/5.0 (Mobile; rv:32.0) Gecko/32.0 Firefox/32.0` named no system on purpose.
        if scan.isFirefox, !scan.marks.isDisjoint(with: [.mobile, .tablet]) { return AgentLexicon.firefoxOS }
        return scan.marks.contains(.webView) ? AgentLexicon.android : nil
    }

    func deviceClass(_ scan: AgentScan, _ system: SystemFamily?) -> DeviceClass? {
        switch scan.device {
        // `Tablet PC 2.0` is a part of Windows, on any computer.
        case .tablet where system?.kind == .desktop: return .desktop
        case .tv, .console, .car, .other, .tablet: return scan.device
        default: break
        }
        switch system?.kind {
        case .iOS:
            return scan.device ?? (scan.marks.contains(.mac) ? .tablet : .phone)
        case .android:
            if scan.marks.contains(.tablet) { return .tablet }
            return scan.marks.contains(.mobile) || !scan.marks.contains(.webKit) ? .phone : .tablet
        case .phone, .windowsCE: return .phone
        case .tv, .chromecast: return .tv
        case .wearable: return .other
        case .desktop, .linux, .macOS: return scan.device ?? .desktop
        case nil: return scan.device ?? unnamedDevice(scan)
        }
    }

    private func unnamedDevice(_ scan: AgentScan) -> DeviceClass? {
        if !scan.marks.isDisjoint(with: [.mobile, .featurePhone]) { return .phone }
        if AgentLexicon.mobileOnly.contains(Int(scan.browser)) { return .phone }
        return AgentLexicon.desktopOnly.contains(Int(scan.browser)) ? .desktop : nil
    }
}
