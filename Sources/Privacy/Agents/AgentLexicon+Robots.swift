/// Robots that declare themselves, by name.
///
/// Only names on this list are ever stored; words of up to a product name each, matched whole.
extension AgentLexicon {
    /// Libraries and tools that are robots where they stand first; elsewhere the word may mean something else.
    static let clients = """
        java ruby perl php python node got lwp fetch monitor rome jetty test check viber winhttp jnlp
        """

    /// Words of no one robot's name that only robots and tools say.
    static let tools = """
        downloader extractor tester grader screenshot-generator security securityheaders transcoder insights \
        cloudflareobservatory webthumb websnapr evc-batch outbrain collapsify survey zombie integrity hydra jorgee \
        wac-ofu imgsizer googlemessages linktiger observatory translate hotjar sindup quiterss firephp sparkler \
        binglocalsearch pagespeed speedcurve thumbshots thumbsniper sitescore yslow wappalyzer buzzsumo datanyze \
        brandverity bubing synthetic synthetics appdynamics websitepulse grapeshot admantx proximic comscore \
        doubleverify adbeat netestate newsgator spinn3r trendiction semanticdiscovery lighthouse google+search \
        google+web google+keyword google+page search+console teleport
        """

    static let robots = certainRobots + applicationsToo

    static let certainRobots = crawlers + fetchers

    /// Names that mean a robot unless a telephone or a tablet gives them.
    private static let applicationsToo: [(name: String, words: String)] = [
        ("WhatsApp", "whatsapp"),
        ("okhttp", "okhttp okhttp3"),
    ]

    private static let crawlers: [(name: String, words: String)] = [
        ("Googlebot", "googlebot googlebot-image googlebot-news googlebot-video googlebot-mobile"),
        (
            "Google AdsBot",
            "adsbot-google adsbot-google-mobile adsbot-google-mobile-apps mediapartners-google mediapartners"
        ),
        ("GoogleOther", "googleother googleother-image googleother-video google-extended google-cloudvertexbot"),
        (
            "Google tools",
            """
            google-inspectiontool feedfetcher-google apis-google storebot-google google-read-aloud google-site-verification \
            google-structured-data-testing-tool google-safety google-adwords-instant appengine-google chrome-lighthouse \
            google-xrawler google-physicalweb google-certificates-bridge google-ads-conversions google-publisher-plugin \
            duplexweb-google google-searchbyimage google-adwords-displayads-webrender google-ads-overview googleweblight \
            google-apps-script google-adwords-express googlesites
            """
        ),
        ("bingbot", "bingbot bingpreview adidxbot msnbot msnbot-media microsoftpreview"),
        ("Yahoo! Slurp", "slurp"),
        ("Yahoo! JAPAN", "y!j j-bri j-brw j-wsc"),
        ("Yeti", "yeti"),
        ("Naver Blog Rssbot", "rssbot"),
        ("Daum", "daum daumoa"),
        ("ZumBot", "zumbot"),
        ("Kakao preview", "kakaotalk-scrap kakaostory-og-reader"),
        ("Baiduspider", "baiduspider baiduspider-image baiduspider-render"),
        (
            "YandexBot",
            "yandexbot yandexmobilebot yandeximages yandexmetrika yandexrenderresourcesbot yandexaccessibilitybot yandexfavicons"
        ),
        ("DuckDuckBot", "duckduckbot duckassistbot duckduckgo-favicons-bot"),
        ("Sogou spider", "sogou"),
        ("360Spider", "360spider"),
        ("Bytespider", "bytespider"),
        ("PetalBot", "petalbot aspiegelbot"),
        ("Applebot", "applebot"),
        ("Amazonbot", "amazonbot amzn-searchbot amzn-user"),
        ("SeznamBot", "seznambot"),
        ("Qwantify", "qwantify qwantbot"),
        ("MojeekBot", "mojeekbot"),
        ("coccocbot", "coccocbot-web coccocbot-image coccoc"),
        ("Exabot", "exabot"),
        ("ichiro", "ichiro"),
        ("Hatena", "hatena hatenabookmark"),
        ("GPTBot", "gptbot"),
        ("ChatGPT-User", "chatgpt-user oai-searchbot"),
        ("ClaudeBot", "claudebot claude-web claude-user claude-searchbot anthropic-ai"),
        ("PerplexityBot", "perplexitybot perplexity-user perplexityuser"),
        ("CCBot", "ccbot"),
        ("cohere-ai", "cohere-ai"),
        ("MistralAI-User", "mistralai-user"),
        ("Diffbot", "diffbot"),
        ("ImagesiftBot", "imagesiftbot"),
        ("Timpibot", "timpibot"),
        ("YouBot", "youbot"),
        ("xAI", "grokbot xai-grokbot"),
        ("DeepSeekBot", "deepseekbot"),
        ("AI2Bot", "ai2bot"),
        ("Kagibot", "kagibot"),
        ("PhindBot", "phindbot"),
        ("Andibot", "andibot"),
        ("TavilyBot", "tavilybot"),
        ("Webz.io", "webzio webzio-extended omgili omgilibot"),
        ("ICC-Crawler", "icc-crawler"),
        ("TikTokSpider", "tiktokspider"),
        ("Crawl4AI", "crawl4ai"),
        ("Firecrawl", "firecrawl firecrawlagent"),
        ("img2dataset", "img2dataset"),
        ("Awario", "awario awariobot awariosmartbot"),
        ("Panscient", "panscient"),
        ("AhrefsBot", "ahrefsbot ahrefssiteaudit"),
        ("SemrushBot", "semrushbot semrushbot-ba semrushbot-si siteauditbot splitsignalbot"),
        ("MJ12bot", "mj12bot"),
        ("DotBot", "dotbot"),
        ("rogerbot", "rogerbot"),
        ("BLEXBot", "blexbot"),
        ("DataForSeoBot", "dataforseobot"),
        ("serpstatbot", "serpstatbot"),
        ("Barkrowler", "barkrowler"),
        ("MegaIndex", "megaindex"),
        ("SEOkicks", "seokicks seokicks-robot"),
        ("Screaming Frog SEO Spider", "screaming"),
        ("SISTRIX", "sistrix"),
        ("Siteimprove", "siteimprove"),
        ("sitebulb", "sitebulb"),
        ("linkdex", "linkdexbot"),
        ("Linguee Bot", "linguee"),
        ("Facebook", "facebookexternalhit facebookcatalog facebot facebookplatform"),
        ("Meta", "meta-externalagent meta-externalfetcher meta-externalads meta-webindexer"),
        ("Twitterbot", "twitterbot"),
        ("LinkedInBot", "linkedinbot"),
        ("Pinterestbot", "pinterestbot"),
        ("redditbot", "redditbot"),
        ("Slackbot", "slackbot slackbot-linkexpanding slack-imgproxy"),
        ("Discordbot", "discordbot"),
        ("TelegramBot", "telegrambot"),
        ("SkypeUriPreview", "skypeuripreview"),
        ("LINE preview", "line-poker linespider"),
        ("Mastodon", "mastodon"),
        ("Lemmy", "lemmy"),
        ("Friendica", "friendica"),
        ("Bluesky", "bluesky cardyb"),
        ("Embedly", "embedly"),
        ("Iframely", "iframely"),
        ("vkShare", "vkshare vkrobot"),
        ("OdklBot", "odklbot"),
        ("Snap URL Preview", "snap+url"),
        ("Internet Archive", "archive ia_archiver archive-it heritrix archivebot wayback"),
        ("Nutch", "nutch"),
        ("Vagabondo", "vagabondo"),
    ]
}
