import Events
import Privacy
import Testing

/// Agents as they are in use today, put together by hand, and what must be found in them.
enum HandWrittenAgents {
    struct Case: Sendable, CustomTestStringConvertible {
        let agent: String
        let expected: AgentClass

        var testDescription: String { agent }

        init(_ agent: String, _ browser: String?, _ major: Int64?, _ os: String?, _ device: DeviceClass?) {
            self.agent = agent
            expected = AgentClass(
                browser: browser, browserMajor: major ?? NumberColumn.absent, os: os, deviceClass: device)
        }

        init(_ agent: String, robot: String, _ major: Int64? = nil, os: String? = nil) {
            self.agent = agent
            expected = AgentClass(
                browserMajor: major ?? NumberColumn.absent, os: os, deviceClass: .robot, robotName: robot)
        }
    }

    private static let blink = "AppleWebKit/537.36 (KHTML, like Gecko)"
    private static let webKit = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
    private static let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
    private static let mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
    private static let iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)"
    /// What Chrome sends of every telephone since it no longer names their models.
    private static let reduced = "Mozilla/5.0 (Linux; Android 10; K)"
    private static let webView = "Mozilla/5.0 (Linux; Android 14; SM-S928N Build/UP1A.231005.007; wv)"
    private static let inWebView = "\(webView) \(blink) Version/4.0 Chrome/131.0.6778.135 Mobile Safari/537.36"

    static let desktop: [Case] = [
        Case("\(windows) \(blink) Chrome/131.0.0.0 Safari/537.36", "Chrome", 131, "Windows", .desktop),
        Case("\(mac) \(blink) Chrome/131.0.0.0 Safari/537.36", "Chrome", 131, "Mac OS X", .desktop),
        Case("\(windows) \(blink) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.86", "Edge", 131, "Windows", .desktop),
        Case("\(mac) \(webKit) Version/18.2 Safari/605.1.15", "Safari", 18, "Mac OS X", .desktop),
        Case("\(mac) \(webKit)", "Apple Mail", 605, "Mac OS X", .desktop),
        Case(
            "\(windows) \(blink) Chrome/130.0.0.0 Safari/537.36 Vivaldi/7.0.3495.27", "Vivaldi", 7, "Windows", .desktop),
        Case("\(windows) \(blink) Chrome/128.0.0.0 Whale/3.28.266.14 Safari/537.36", "Whale", 3, "Windows", .desktop),
        Case("\(windows) \(blink) Chrome/130.0.0.0 Safari/537.36 OPR/115.0.5322.77", "Opera", 115, "Windows", .desktop),
        Case(
            "\(windows) \(blink) Chrome/128.0.0.0 YaBrowser/24.10.1.598 Yowser/2.5 Safari/537.36", "Yandex Browser", 24,
            "Windows", .desktop),
        Case("\(windows) \(blink) Chrome/131.0.0.0 Safari/537.36 Brave", "Brave", nil, "Windows", .desktop),
        Case(
            "\(windows) \(blink) obsidian/1.7.7 Chrome/128.0.6613.186 Electron/32.2.5 Safari/537.36", "Electron", 32,
            "Windows", .desktop),
        Case(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox", 133,
            "Windows", .desktop),
        Case(
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox", 128, "Ubuntu",
            .desktop),
        Case(
            "Mozilla/5.0 (X11; FreeBSD amd64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox", 132, "FreeBSD",
            .desktop),
        Case(
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) \(blink) Chrome/131.0.0.0 Safari/537.36", "Chrome", 131,
            "Chrome OS", .desktop),
        Case(
            "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; rv:11.0) like Gecko", "IE", 11,
            "Windows", .desktop),
        Case(
            "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; Trident/5.0; SLCC2)", "IE", 9, "Windows", .desktop),
        Case(
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15 Epiphany/605.1.15",
            "Epiphany", 605, "Linux", .desktop),
        Case(
            "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0; Media Center PC 6.0; Tablet PC 2.0)", "IE",
            8,
            "Windows", .desktop),
        // As IIS writes it.
        Case(
            "Mozilla/5.0+(Macintosh;+Intel+Mac+OS+X+10_15_7)+AppleWebKit/605.1.15+(KHTML,+like+Gecko)+Version/16.6+Safari/605.1.15",
            "Safari", 16, "Mac OS X", .desktop),
        Case("w3m/0.5.3+git20230121", "w3m", 0, nil, .desktop),
    ]

    static let handheld: [Case] = [
        Case("\(iPhone) \(webKit) Version/18.1 Mobile/15E148 Safari/604.1", "Mobile Safari", 18, "iOS", .phone),
        Case(
            "\(iPhone) \(webKit) CriOS/131.0.6778.103 Mobile/15E148 Safari/604.1", "Chrome Mobile iOS", 131, "iOS",
            .phone),
        Case("\(iPhone) \(webKit) FxiOS/133.0 Mobile/15E148 Safari/605.1.15", "Firefox iOS", 133, "iOS", .phone),
        Case(
            "\(iPhone) \(webKit) Version/18.0 EdgiOS/131.0.2903.92 Mobile/15E148 Safari/604.1", "Edge Mobile", 131,
            "iOS",
            .phone),
        Case("\(iPhone) \(webKit) Mobile/22B83", "Mobile Safari UI/WKWebView", nil, "iOS", .phone),
        Case(
            "Mozilla/5.0 (iPad; CPU OS 17_6_1 like Mac OS X) \(webKit) Version/17.6 Mobile/15E148 Safari/604.1",
            "Mobile Safari", 17, "iOS", .tablet),
        // An iPad that asks for the pages of a desktop.
        Case("\(mac) \(webKit) CriOS/131 Version/11.1.1 Safari/605.1.15", "Chrome Mobile iOS", 131, "iOS", .tablet),
        Case("\(mac) \(webKit) Version/17.5 Mobile/15E148 Safari/604.1", "Mobile Safari", 17, "iOS", .tablet),
        Case("\(reduced) \(blink) Chrome/131.0.0.0 Mobile Safari/537.36", "Chrome Mobile", 131, "Android", .phone),
        Case("\(reduced) \(blink) Chrome/131.0.0.0 Safari/537.36", "Chrome", 131, "Android", .tablet),
        Case(
            "\(reduced) \(blink) Chrome/131.0.0.0 Mobile Safari/537.36 EdgA/131.0.0.0", "Edge Mobile", 131, "Android",
            .phone),
        Case(
            "\(reduced) \(blink) Chrome/127.0.0.0 Mobile Safari/537.36 OPR/85.0.0.0", "Opera Mobile", 85, "Android",
            .phone),
        Case(
            "\(reduced) \(blink) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36", "Samsung Internet", 27,
            "Android",
            .phone),
        Case(
            "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0", "Firefox Mobile", 133, "Android",
            .phone),
        Case(
            "Mozilla/5.0 (Android 13; Tablet; rv:131.0) Gecko/131.0 Firefox/131.0", "Firefox Mobile", 131, "Android",
            .tablet),
        Case(
            "Mozilla/5.0 (Linux; U; Android 13; ko-kr; 2201117SG Build/TP1A.220624.014) \(blink) Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.12.0-gn",
            "MiuiBrowser", 14, "Android", .phone),
        Case(
            "Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00; HMSCore 6.14.0.302) \(blink) Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36",
            "Huawei Browser", 15, "HarmonyOS", .phone),
        Case(
            "Mozilla/5.0 (Phone; OpenHarmony 5.0) \(blink) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.3.302",
            "Huawei Browser", 5, "HarmonyOS", .phone),
        Case(
            "Mozilla/5.0 (Linux; Android 9; KFTRWI) \(blink) Silk/130.4.1 like Chrome/130.0.6723.102 Safari/537.36",
            "Amazon Silk", 130, "Android", .tablet),
        Case(
            "Mozilla/5.0 (Linux; U; Android 12; en-US; CPH2363 Build/SP1A.210812.016) \(blink) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.7.8.1322 Mobile Safari/537.36",
            "UC Browser", 13, "Android", .phone),
        Case(
            "Opera/9.80 (Android; Opera Mini/76.0.2254/191.370; U; id) Presto/2.12.423 Version/12.16", "Opera Mini", 76,
            "Android", .phone),
        Case(
            "Mozilla/5.0 (Mobile; Nokia 2780 Flip; rv:84.0) Gecko/84.0 Firefox/84.0 KAIOS/3.1", "Firefox Mobile", 84,
            "KaiOS",
            .phone),
        Case(
            "Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 650) \(blink) Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15254",
            "Edge Mobile", 15, "Windows Phone", .phone),
        Case(
            "Mozilla/5.0 (BB10; Touch) AppleWebKit/537.35+ (KHTML, like Gecko) Version/10.3.3.3216 Mobile Safari/537.35+",
            "BlackBerry WebKit", 10, "BlackBerry OS", .phone),
        Case("Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8a Build/AP2A.240805.005)", "Android", 14, "Android", .phone),
        Case("NewsApp/812 CFNetwork/1568.200.51 Darwin/24.1.0", nil, nil, "iOS", .phone),
    ]

    static let applications: [Case] = [
        Case(
            "\(iPhone) \(webKit) Mobile/22B83 [FBAN/FBIOS;FBAV/489.0.0.66.102;FBBV/670158901;FBDV/iPhone15,3;FBSN/iOS]",
            "Facebook", 489, "iOS", .phone),
        Case("\(inWebView) [FB_IAB/FB4A;FBAV/490.0.0.63.82;]", "Facebook", 490, "Android", .phone),
        Case("\(inWebView) [FB_IAB/MESSENGER;FBAV/485.2.0.68.111;]", "Facebook Messenger", 485, "Android", .phone),
        Case(
            "\(inWebView) Instagram 358.0.0.51.97 Android (34/14; 450dpi; 1080x2340)", "Instagram", 358, "Android",
            .phone),
        Case("\(iPhone) \(webKit) Mobile/15E148 KAKAOTALK/11.1.5 (INAPP)", "KakaoTalk", 11, "iOS", .phone),
        Case("\(iPhone) \(webKit) Mobile/15E148 NAVER(inapp; search; 2000; 12.9.4; 15PRO)", "NAVER", 12, "iOS", .phone),
        Case("\(inWebView) NAVER(inapp; search; 1100; 12.8.1)", "NAVER", 12, "Android", .phone),
        Case("\(iPhone) \(webKit) Mobile/15E148 Safari Line/14.19.1", "LINE", 14, "iOS", .phone),
        Case(
            "\(iPhone) \(webKit) Version/18.1 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15", "DuckDuckGo Mobile", 7,
            "iOS", .phone),
        Case("\(iPhone) \(webKit) GSA/345.0.700138590 Mobile/15E148 Safari/604.1", "Google", 345, "iOS", .phone),
        Case(
            "\(iPhone) \(webKit) Mobile/22B83 Snapchat/13.18.0.46 (like Safari/8620.1.16)", "Snapchat", 13, "iOS",
            .phone),
        Case(
            "\(iPhone) \(webKit) Mobile/15E148 MicroMessenger/8.0.53(0x1800352e) NetType/WIFI", "WeChat Browser", 8,
            "iOS", .phone),
        Case("\(iPhone) \(webKit) Mobile/22B83 [Pinterest/iOS]", "Pinterest", nil, "iOS", .phone),
        Case("\(iPhone) \(webKit) Mobile/22B83 [LinkedInApp]/9.30.4612", "LinkedIn", 9, "iOS", .phone),
        Case(
            "\(iPhone) \(webKit) Mobile/15E148 musical_ly_37.5.0 JsSdk/2.0 NetType/WIFI BytedanceWebview/d8a21c6",
            "TikTok",
            37, "iOS", .phone),
        Case("\(inWebView)", "Chrome Mobile WebView", 131, "Android", .phone),
    ]

    static let elsewhere: [Case] = [
        Case(
            "Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0) \(blink) 94.0.4606.31/7.0 TV Safari/537.36", "Safari", nil,
            "Tizen", .tv),
        Case(
            "Mozilla/5.0 (Web0S; Linux/SmartTV) \(blink) Chrome/108.0.5359.211 Safari/537.36 WebAppManager", "Chrome",
            108,
            "webOS", .tv),
        Case("Roku/DVP-14.0 (14.0.4.4193-AL)", "Roku", 14, "Roku", .tv),
        Case(
            "Mozilla/5.0 (Linux; Android 9; AFTKM Build/PS7681) \(blink) Silk/126.3.5 like Chrome/126.0.6478.182 Safari/537.36 TV",
            "Amazon Silk", 126, "Android", .tv),
        Case("AppleTV11,1/11.1", nil, nil, "ATV OS X", .tv),
        Case(
            "Mozilla/5.0 (PlayStation; PlayStation 5/9.60) \(webKit) Version/17.0 Safari/605.1.15", "Safari", 17, nil,
            .console),
        Case(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox Series X) \(blink) Chrome/130.0.0.0 Safari/537.36 Edge/44.20348",
            "Edge", 44, "Windows", .console),
        Case(
            "Mozilla/5.0 (Nintendo Switch; WebApplet) AppleWebKit/613.0 (KHTML, like Gecko) NF/6.0.3.25.0 NintendoBrowser/5.1.0.32061",
            "Nintendo Browser", 5, nil, .console),
        Case(
            "Mozilla/5.0 (X11; GNU/Linux) \(blink) Chromium/109.0.5414.119 Chrome/109.0.5414.119 Safari/537.36 Tesla/2024.38.7",
            "Chromium", 109, "Linux", .car),
        Case(
            "Mozilla/5.0 (Linux; Android 12; Quest 3) \(blink) OculusBrowser/35.2.0 SamsungBrowser/4.0 Chrome/128.0.6613.146 VR Safari/537.36",
            "Oculus Browser", 35, "Android", .other),
        Case(
            "Nokia6300/2.0 (07.21) Profile/MIDP-2.0 Configuration/CLDC-1.1", "Nokia Services (WAP) Browser", nil, nil,
            .phone),
        Case("SAMSUNG-GT-E2252/1.0", nil, nil, nil, .phone),
    ]

    static let robots: [Case] = [
        Case("Mozilla/5.0 \(blink); compatible; GPTBot/1.3; +https://openai.com/gptbot)", robot: "GPTBot", 1),
        Case("Mozilla/5.0 \(blink); compatible; ClaudeBot/1.1; +claudebot@anthropic.com)", robot: "ClaudeBot", 1),
        Case(
            "Mozilla/5.0 \(blink); compatible; PerplexityBot/1.1; +https://perplexity.ai/bot)", robot: "PerplexityBot",
            1),
        Case(
            "\(reduced) \(blink) Chrome/131.0.0.0 Mobile Safari/537.36 (compatible; Bytespider; x)",
            robot: "Bytespider", os: "Android"),
        Case("CCBot/3.0 (https://commoncrawl.org/faq/)", robot: "CCBot", 3),
        Case("Mozilla/5.0 (compatible; Amazonbot/0.2; +https://developer.amazon.com/amazonbot)", robot: "Amazonbot", 0),
        Case("meta-externalagent/1.2 (+https://developers.facebook.com/docs/)", robot: "Meta", 1),
        Case(
            "\(windows) \(blink) HeadlessChrome/131.0.6778.85 Safari/537.36", robot: "HeadlessChrome", 131,
            os: "Windows"),
        Case("Mozilla/5.0 (compatible; Yeti/1.2; +https://naver.me/spd)", robot: "Yeti", 1),
        Case("facebookexternalhit/1.2 (+http://www.facebook.com/)", robot: "Facebook", 1),
        Case("Slackbot-LinkExpanding 1.1 (+https://api.slack.com/robots)", robot: "Slackbot", 1),
        Case("WhatsApp/2.24.25.78 A", robot: "WhatsApp", 2),
        Case("Mozilla/5.0 (compatible; UptimeRobot/2.1; http://www.uptimerobot.com/)", robot: "UptimeRobot", 2),
        Case("curl/8.11.0", robot: "curl", 8), Case("Wget/1.25.0", robot: "Wget", 1),
        Case("python-requests/2.32.9", robot: "python-requests", 2), Case("okhttp/5.0.0-alpha.14", robot: "okhttp", 5),
        Case("Go-http-client/1.2", robot: "Go-http-client", 1), Case("PostmanRuntime/7.43.0", robot: "Postman", 7),
        Case("Java/21.0.5", robot: AgentClass.otherRobot),
        Case("Feedly/1.1 (+https://feedly.com/fetcher.html; 12 subscribers)", robot: "Feedly", 1),
        Case("Mozilla/5.0 (compatible; NobodysCrawler/0.4)", robot: AgentClass.otherRobot),
        Case(
            "\(windows) \(blink) Chrome/120.0.0.0 Safari/537.36 (jane@example.net)", robot: AgentClass.otherRobot,
            os: "Windows"),
        Case("my-little-script", robot: AgentClass.otherRobot),
    ]
}
