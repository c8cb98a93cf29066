/// Kinds of device, and words that mean something only together with others.
extension AgentLexicon {
    static let devices: [(DeviceClass, String)] = [
        (
            .tablet,
            """
            ipad tablet playbook touchpad hp-tablet kindle silk nexus7 nexus10 xoom transformer mediapad matepad \
            galaxytab nook kftt kfot kfjwi kfjwa kfthwi kfthwa kfapwi kfapwa kfsowi kfarwi kfaswi kfsawi kffowi kfmewi \
            kfgiwi kfauwi kfdowi kfsuwi kfkawi kfmawi kfmuwi kftrwi kfonwi kfpowi kfrawi kftuwi
            """
        ),
        (
            .phone,
            """
            iphone ipod iph midp cldc kaios blackberry bb10 symbianos s60 series60 series40 series30plus j2me wap bada \
            phone
            """
        ),
        (
            .tv,
            """
            smarttv smart-tv smart_tv smarthub hbbtv netcast nettv googletv roku appletv apple+tv webtv crkey bravia \
            dtv sonydtv opera+tv philipstv inettvbrowser pov_tv ce-html viera aquos netrange netrangemmh tvos \
            android+tv tv large-screen mibox vidaa stb tivo firetv bluray mitv web0s maple maple2012 vestel freebox titanos whaletv smartcast aftb aftm \
            aftmm aftn aftr aftrs afts aftss aftsss aftt aftka aftkrt aftgazl
            """
        ),
        (
            .console,
            "playstation nintendo xbox wii wiiu 3ds vita switch dreamcast steam+deck steam+gamepad xbox_one ouya"
        ),
        (.car, "qtcarbrowser tesla carplay automotive tivoauto"),
        (
            .other,
            "watchos apple+watch wearable sonos alexa oculusbrowser picobrowser wolvic quest smartspeaker smartwatch"
        ),
    ]

    static let marks: [(AgentMarks, String)] = [
        (.mobile, "mobile mobi iemobile phone iphone"),
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
        (.mac, "macintosh"),
        (.appleDevice, "iphone ipad ipod"),
        (.android, "android"),
        (.series60, "series60"),
        (.smartSpeaker, "smartspeaker"),
        (.operaMobile, "opera+mobi"),
        (.facebookVersion, "fbav"),
        (.explorer, "msie"),
        (.firefox, "firefox"),
        (.fuchsia, "fuchsia"),
        (.tabletOS, "tablet+os"),
        (
            .featurePhone,
            """
            midp cldc profile configuration j2me mmp wap maui nucleus untrusted up+browser up+link obigo openwave \
            teleca netfront willcom ddipocket foma
            """
        ),
        (.mozilla, "mozilla ozilla"),
        (.url, "http https www mailto"),
        (.topDomain, "com org"),
        // The browser control that a maker of components put its address into.
        (.embedded, "bsalsa"),
        (
            .application,
            "applecoremedia dalvik cfnetwork exoplayerlib stagefright alamofire cordova sonos roku hbbtv retweet"
        ),
        // Names of applications, devices and parts that hold a robot's word.
        (
            [],
            """
            camscanner mozacfetch goggalaxyclient googleapp cubot linkedinapp ie_http_client steam+client \
            valve+client feeddler officeliveconnector leagueoflegendsclient riotclient notesclient
            """
        ),
    ]

    /// Makers by which telephones of old begin their agents: `SAMSUNG-SGH-X540`, `DoCoMo/2.0 D705i`.
    static let handsetMakers = """
        nokia samsung sonyericsson lg lge mot motorola alcatel sec sie siemens docomo kddi j-phone softbank vodafone \
        semc panasonic philips sharp sagem palm htc huawei zte lenovo asus amoi bird pantech sanyo kwc audiovox haier \
        benq toshiba nec tianyu k-touch gionee coolpad dopod kyocera micromax spice emobile lava karbonn g-five gfive \
        videocon maxx portalmmm upg1 ktf lgt skt i-mate t-mobile qtek o2 hitachi casio ericsson mitsu telit sendo \
        grundig vertu acer oppo vivo xiaomi meizu tcl orange sprint verizon blackberry oneplus realme
        """
}
