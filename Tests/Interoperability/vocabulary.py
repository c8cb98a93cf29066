"""What the visitors of the generated logs ask for, where they come from and what they use."""

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko)"

AGENTS = [
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/133.0.0.0 Safari/537.36",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/132.0.0.0 Safari/537.36 Edg/132.0.0.0",
    f"Mozilla/5.0 (Linux; Android 15; Pixel 9) {WEBKIT} Chrome/133.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0",
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {SAFARI} Version/18.3 Safari/605.1.15",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) {SAFARI} Version/18.3 Mobile/15E148 Safari/604.1",
    f"Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) {SAFARI} Version/17.7 Mobile/15E148 Safari/604.1",
    "-",
    r"Mozilla/5.0 (X11; Linux x86_64) \"quoted\" Firefox/135.0",
]

ROBOTS = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "curl/8.5.0",
]

UNDECLARED_ROBOT = "SomebodysOwnBot/0.1"
"""On no list of robots; a few visitors have it, too few to be told."""

PAGES = [
    "/",
    "/",
    "/about",
    "/news/2025/03",
    "/news/2025/03/spring?utm_source=letter&utm_medium=mail&utm_campaign=spring",
    "/items/{number}",
    "/items/{number}/reviews",
    "/search?q=garden+chairs",
    "/caf%C3%A9/men%C3%BC",
    "/members/550e8400-e29b-41d4-a716-446655440000",
    "/seldom/word-{word}",
    "/%3Cscript%3Ealert(1)%3C/script%3E",
    "/handbook.pdf",
]

ASSETS = ["/style.css", "/app.js", "/logo.png", "/fonts/text.woff2", "/film.mp4"]

REFERRERS = [
    "-",
    "-",
    "",
    "https://www.google.com/",
    "https://duckduckgo.com/?q=garden",
    "https://news.example.net/articles/17",
    "https://t.co/abc",
    "https://www.example.org/about",
    "javascript:alert(document.cookie)",
    r"https://evil.example/\"><script>alert(1)</script>",
    "http://somebody:secret@intranet.local/path",
    "http://203.0.113.77/private",
    "http://[2001:db8::1]/",
    r"\xff\xfe not a URL \x00",
    "https://" + "a" * 300 + ".example/",
]

STATUSES = [200] * 20 + [304, 304, 206, 301, 302, 400, 403, 404, 404, 500, 503]
