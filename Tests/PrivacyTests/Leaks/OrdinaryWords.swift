/// Texts that name no person and no device: a site's statistics need them.
enum OrdinaryWords {
    /// What stands in paths, between two slashes.
    static let segments = #"""
        index.html
        about-us
        contact
        robots.txt
        favicon.ico
        sitemap.xml
        apple-touch-icon-120x120-precomposed.png
        how-to-choose-a-good-pair-of-running-shoes-for-winter
        10-things-you-should-know-before-moving-to-berlin
        the-10-best-restaurants-in-seoul-2026
        why-we-moved-from-mongodb-to-postgresql
        a-beginners-guide-to-kubernetes-networking-part-2
        understanding-tcp-congestion-control-in-linux-6-1
        internationalization-and-localization
        counterrevolutionaries
        MyVeryLongCamelCaseFileName
        XMLHttpRequest
        getElementsByTagName
        Donaudampfschifffahrtsgesellschaft
        Rechtsschutzversicherungsgesellschaften
        kraftfahrzeug-haftpflichtversicherung-vergleich-2026
        straßenverkehrsordnung
        über-uns
        größentabelle-damen
        서울-날씨
        개인정보처리방침
        2026년-최저임금-계산기
        아이폰-17-프로-맥스-256GB-가격비교
        제21대-국회의원-선거-결과
        プライバシーポリシー
        東京-ラーメン-おすすめ-10選
        新宿駅から渋谷駅までの行き方
        レオナルド・ダ・ヴィンチ
        2025年度決算説明会資料
        iphone-17-pro-max
        iphone15-pro-max-256gb-vs-galaxy-s24-ultra-512gb
        galaxy-s24-ultra
        playstation-5-slim
        rtx-4090-vs-rx-7900-xtx
        ThinkPad-X1-Carbon-Gen-12
        wh-1000xm5
        sm-g998b
        b2b
        h264-1080p-60fps
        h264-1080p-60fps-x265-10bit
        3840x2160
        windows-11-24h2
        ubuntu-24.04.1-desktop-amd64.iso
        jquery-3.7.1.min.js
        jquery.ui.widget.min.3.7.1.js
        bootstrap.bundle.min.js
        app.80f2ab93.js
        main.c7b9e1f0.chunk.css
        logo@2x.png
        icon@3x.webp
        v2
        v1.2.3
        1.0.0-beta.2
        10.15.7
        release-2026.03.1
        python-3.12.4-macos11.pkg
        node-v22.4.0-linux-x64.tar.xz
        rfc9110
        iso-8859-1
        utf-8
        covid-19
        mp3
        24h
        1-2-3-4
        2026
        1999
        2026-03-01
        01-02-2026
        2026-03
        2025-2026
        2026-w09
        2026-03-01-release-notes
        2026-03-01-12-30-45
        q1-2026
        page-2
        step-1-of-3
        chapter-12
        level-99
        item-12345
        123
        42
        dQw4w9WgXcQ
        facade
        deadbeef
        cafe2024
        feedback
        decade
        c++
        c%23-tutorial
        100%25-cotton
        user-guide
        session-keynote
        password-reset
        email-marketing
        token-ring
        mac-mini
        ipv6-tutorial
        std::vector
        Category:Linux
        Wikipedia:About
        wp-content
        .well-known
        __init__.py
        a=1&b=2
        page=2
        view=full
        sort=price&order=asc
        {id}
        """#

    /// What people search for and campaigns are named with.
    static let words = #"""
        running shoes
        running shoes size 42
        서울 날씨
        강남역 맛집 추천
        갤럭시 s24 울트라 512gb
        2026년 3월 1일
        1인 가구 전세 대출 금리 3.5%
        東京 ラーメン おすすめ
        新宿 ホテル 3月15日 2名
        令和8年 確定申告
        größe 42
        schuhe größe 42,5
        öffnungszeiten rewe 01.03.2026
        c++ vs rust
        how to meet at work
        meet me at the cafe dot dot dot
        best laptop under 1,000
        price 12,345.67
        iphone 17 pro max 256gb
        rtx 4090 24gb
        playstation 5 slim 1tb
        windows 11 24h2
        ubuntu 24.04.1
        jquery 3.7.1
        python 3.12
        covid-19
        f-150 2024
        1984 george orwell
        apollo 11 1969
        1914-1918
        2024-2025
        2023 2024 2025 2026
        2026-03-01
        2026.03.01
        20260301
        01-02-2026 12:30
        01.02.2026 10 uhr
        2026/03/01 09:30
        3-1
        9 1/2 weeks
        4 x 100 m
        1920x1080
        1920 x 1080 60hz
        16:9
        10:30 pm
        10 + 20
        3.14159
        24/7
        978-0-306-40615-7
        9780306406157
        0-306-40615-2
        vitamin b12
        h2o
        wh-1000xm5
        sm-g998b
        a4 paper
        100% cotton
        50% off
        #1 dad
        @home
        rock & roll
        what is ipv6
        mac address lookup
        token ring
        email marketing
        session musician
        password manager
        user = customer
        x == y
        spring_sale_2026
        2026-03_newsletter
        summer-2026-de-retargeting
        brand_search_exact_kr
        black-friday-2025
        cpc
        newsletter
        organic
        social
        google
        naver_blog
        item 8839201
        zip 06236
        follow @handle today
        release 3.4 (2016-08-08)
        issue #932023 fixed
        13:35 +0100
        tox. 1.0.3 (2012-01-18)
        platform 9 3/4
        donaudampfschifffahrt
        kraftfahrzeughaftpflichtversicherung
        internationalization
        supercalifragilisticexpialidocious
        レオナルド・ダ・ヴィンチ
        ａｂｃ １２３
        개인정보 처리방침
        """#
}
