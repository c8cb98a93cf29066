/// Operating systems and devices by the words that announce them.
extension AgentLexicon {
    /// Families by their words, the strongest first: a phone's agent often claims a desktop's system too ("like Mac OS
    /// X").
    static let systems: [(name: String, words: String)] = [
        ("Windows Phone", "wds xblwp7 zunewp7 windowsphone"),
        ("Windows Mobile", "windowsmobile"),
        ("WatchOS", "watchos"),
        ("tvOS", "tvos"),
        ("ATV OS X", "appletv"),
        ("iOS", "iphone ipad ipod ios iph ipados crios fxios edgios opios iuc mobilesafari"),
        ("HarmonyOS", "harmonyos openharmony"),
        ("GoogleTV", "googletv"),
        ("KaiOS", "kaios"),
        ("Tizen", "tizen"),
        ("Bada", "bada"),
        ("Android", "android adr juc dalvik oculusbrowser telegram-android"),
        ("Chromecast", "crkey"),
        ("webOS", "webos hpwos web0s"),
        ("Kindle", "kindle"),
        ("BlackBerry Tablet OS", "playbook"),
        ("BlackBerry OS", "blackberry bb10"),
        ("Symbian OS", "symbianos symbian s60 series60 s60v3 s60v5"),
        ("Nokia Series 40", "series40"),
        ("MeeGo", "meego"),
        ("Maemo", "maemo"),
        ("Brew MP", "brew bmp"),
        ("Roku", "roku"),
        ("WebTV", "webtv"),
        ("AmigaOS", "amigaos amiga morphos"),
        ("Chrome OS", "cros"),
        ("Fuchsia", "fuchsia"),
        ("SerenityOS", "serenityos"),
        ("FreeBSD", "freebsd"),
        ("OpenBSD", "openbsd"),
        ("NetBSD", "netbsd"),
        ("Solaris", "sunos"),
        ("Mac OS", "mac_powerpc ppc"),
        ("Mac OS X", "macintosh macos mac mac_os_x macbook macbookpro macoutlook"),
        ("Windows", "windows win winnt win95 win98 win9x win32 win64 windowsce microsoft_windows_nt_6 winhttp"),
        ("Ubuntu", "ubuntu"),
        ("Debian", "debian"),
        ("Fedora", "fedora"),
        ("Linux", "linux"),
    ]

    static let devices: [(DeviceClass, String)] = [
        (.tablet, "ipad tablet playbook touchpad hp-tablet kindle silk nexus7"),
        (.phone, "iphone ipod iph midp cldc kaios blackberry bb10 symbianos s60 series60 series40 j2me wap bada phone"),
        (
            .tv,
            """
            smarttv smart-tv hbbtv netcast googletv roku appletv webtv crkey bravia web0s viera aquos netrange tvos aftb \
            afts aftt aftm aftmm large-screen
            """
        ),
        (.console, "playstation nintendo xbox wii wiiu 3ds vita switch dreamcast"),
        (.car, "qtcarbrowser tesla carplay automotive"),
        (.other, "watchos watch sonos alexa"),
    ]

    static let marks: [(AgentMarks, String)] = [
        (.mobile, "mobile mobi iemobile phone"),
        (.tablet, "tablet"),
        (.chrome, "chrome chromium"),
        (.safari, "safari"),
        (.webKit, "applewebkit"),
        (.gecko, "gecko goanna"),
        (.webView, "wv"),
        (.version, "version"),
        (.trident, "trident"),
        (.cfNetwork, "cfnetwork darwin"),
        (.intel, "x86 x86_64 i386 macbook macbookpro macbookair imac macpro macmini"),
        (.url, "http https www mailto"),
        (
            .robotWord,
            """
            downloader extractor tester grader screenshot-generator security securityheaders transcoder insights \
            cloudflareobservatory webthumb websnapr evc-batch outbrain collapsify survey zombie integrity hydra jorgee
            """
        ),
        (.featurePhone, "midp cldc profile configuration up j2me mmp obigo netfront java untrusted"),
        (.opera, "opera"),
        (.windows, "windows"),
        (.domain, "com org"),
        // Names of applications that hold a robot's word.
        ([], "camscanner mozacfetch goggalaxyclient googleapp cubot"),
        (.apple, "apple"),
        (.android, "android"),
        (.phone, "phone"),
        (.television, "tv"),
        (.mini, "mini"),
        (.mozilla, "mozilla ozilla"),
        (.symbian, "symbianos symbian s60 series60"),
        (.application, "dalvik cfnetwork exoplayerlib stagefright alamofire cordova sonos roku hbbtv retweet"),
    ]

    /// `Apple TV`, two words.
    static let appleTV = Int16(systems.firstIndex { $0.name == "ATV OS X" } ?? -1)
    /// `Opera Mini`, two words.
    static let operaMini = Int16(browsers.firstIndex { $0.words == "operamini" } ?? -1)
}
