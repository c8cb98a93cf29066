/// Operating systems by the words that announce them, the strongest first.
///
/// A phone's agent often claims a desktop's system too ("like Mac OS X").
extension AgentLexicon {
    static let systems: [SystemFamily] = [
        SystemFamily(
            "Windows Phone", "windows+phone win+phone wds xblwp7 zunewp7 windowsphone windowsphoneos windowsphonemms",
            .phone),
        SystemFamily("Windows Mobile", "windows+mobile windowsmobile", .phone),
        SystemFamily("WatchOS", "watchos apple+watch", .wearable),
        SystemFamily("tvOS", "tvos", .tv),
        SystemFamily("ATV OS X", "appletv apple+tv", .tv),
        SystemFamily("iOS", "iphone ipad ipod ios iph ipados crios fxios edgios opios iuc mobilesafari visionos", .iOS),
        SystemFamily("HarmonyOS", "harmonyos openharmony", .android),
        SystemFamily("GoogleTV", "googletv", .tv),
        SystemFamily("KaiOS", "kaios", .phone),
        SystemFamily("Tizen", "tizen", .phone),
        SystemFamily("Bada", "bada", .phone),
        SystemFamily("Chromecast", "crkey", .chromecast),
        SystemFamily("Sailfish", "sailfish", .phone),
        SystemFamily(
            "Android", "android adr juc dalvik quest oculusbrowser telegram-android silk-accelerated", .android),
        SystemFamily("webOS", "webos hpwos web0s", .phone),
        SystemFamily("Kindle", "kindle", .phone),
        SystemFamily("BlackBerry Tablet OS", "playbook", .phone),
        SystemFamily("BlackBerry OS", "blackberry bb10", .phone),
        SystemFamily("Symbian^3", "symbian+3", .phone),
        SystemFamily(
            "Symbian OS", "symbianos symbian symbos s60 series60 series+60 s60version s60v2 s60v3 s60v5 epoc", .phone),
        SystemFamily("Nokia Series 40", "series40", .phone),
        SystemFamily("Nokia Series 30 Plus", "series30plus", .phone),
        SystemFamily("MeeGo", "meego", .phone),
        SystemFamily("Maemo", "maemo", .phone),
        SystemFamily("Firefox OS", "b2g", .phone),
        SystemFamily("Brew MP", "brew+mp bmp", .phone),
        SystemFamily("BREW", "brew", .phone),
        SystemFamily("Palm OS", "palmos palmsource", .phone),
        SystemFamily("Roku", "roku", .tv),
        SystemFamily("WebTV", "webtv", .tv),
        SystemFamily("AmigaOS", "amigaos amiga morphos"),
        SystemFamily("BeOS", "beos"),
        SystemFamily("Haiku", "haiku"),
        SystemFamily("Chrome OS", "cros citrixchromeapp"),
        SystemFamily("Fuchsia", "fuchsia"),
        SystemFamily("SerenityOS", "serenityos"),
        SystemFamily("FreeBSD", "freebsd"),
        SystemFamily("OpenBSD", "openbsd"),
        SystemFamily("NetBSD", "netbsd"),
        SystemFamily("DragonFly", "dragonfly", .desktop),
        SystemFamily("Solaris", "sunos solaris"),
        SystemFamily("OS/2", "os+2 warp"),
        SystemFamily("Mac OS", "mac_powerpc"),
        SystemFamily(
            "Mac OS X", "macintosh macos mac mac_os_x macbook macbookpro macbookair macoutlook os+x", .macOS),
        SystemFamily("Windows", "windows+ce wince windowsce", .windowsCE),
        SystemFamily(
            "Windows",
            """
            windows win windows_nt winnt win95 win98 win9x win16 win32 win32nt win64 win10 winhttp \
            microsoft_windows_nt_6 microsoft_windows
            """),
        SystemFamily("Linux Mint", "linux+mint"),
        SystemFamily("Kubuntu", "kubuntu"),
        SystemFamily("Ubuntu", "ubuntu", .linux),
        SystemFamily("Debian", "debian", .linux),
        SystemFamily("Fedora", "fedora", .linux),
        SystemFamily("Red Hat", "red+hat redhat", .linux),
        SystemFamily("CentOS", "centos", .linux),
        SystemFamily("openSUSE", "opensuse", .linux),
        SystemFamily("SUSE", "suse", .linux),
        SystemFamily("Gentoo", "gentoo", .linux),
        SystemFamily("Slackware", "slackware", .linux),
        SystemFamily("Mandriva", "mandriva", .linux),
        SystemFamily("Mageia", "mageia", .linux),
        SystemFamily("PCLinuxOS", "pclinuxos", .linux),
        SystemFamily("Puppy", "puppy", .linux),
        SystemFamily("Lubuntu", "lubuntu", .linux),
        SystemFamily("BackTrack", "backtrack", .linux),
        SystemFamily("Arch Linux", "arch+linux", .linux),
        SystemFamily("Linux", "linux linuxos", .linux),
    ]

    static let iOS = named("iOS")
    static let macOS = named("Mac OS X")
    static let android = named("Android")
    static let firefoxOS = named("Firefox OS")

    private static func named(_ name: String) -> SystemFamily? { systems.first { $0.name == name } }
}
