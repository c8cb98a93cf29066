/// The style sheet of a page.
///
/// It names only fonts that systems bring along. It may not hold `<` or `&`; see ``InlineCode``.
enum Stylesheet {
    static let text = """

        :root{color-scheme:light dark;\(Palette.properties(\.light))}
        @media screen and (prefers-color-scheme:dark){:root{\(Palette.properties(\.dark))}}
        \(base)
        \(overview)
        \(charts)
        \(tables)
        \(narrow)
        \(print)

        """

    private static let base = """
        *{box-sizing:border-box}
        html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5;font-size:15px;
        font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
        :lang(ja) body,body:lang(ja){font-family:system-ui,-apple-system,"Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",
        "Noto Sans JP",sans-serif}
        body:lang(ko){font-family:system-ui,-apple-system,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR",
        "Noto Sans KR",sans-serif;word-break:keep-all}
        .page{max-width:76rem;margin:0 auto;padding:0 1.5rem}
        h1,h2,h3,p,dl,dd,ul,figure{margin:0;padding:0}
        h1,h2,h3{line-height:1.25;font-weight:650;text-wrap:balance}
        a{color:var(--first)}
        :focus-visible{outline:2px solid var(--first);outline-offset:2px;border-radius:2px}
        .skip{position:absolute;left:-100vw;top:0;padding:.5rem 1rem;background:var(--card);z-index:3}
        .skip:focus{left:0}
        .aside{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .top{padding:2rem 0 1rem}
        .brand{font-size:.8125rem;letter-spacing:.14em;text-transform:uppercase;color:var(--first);font-weight:650}
        .top h1{font-size:2rem;letter-spacing:-.015em;margin:.25rem 0 .5rem}
        .faint{color:var(--muted)}
        .top .note{margin-top:.5rem;max-width:52rem}
        ul.remark{padding-left:1.1rem}
        nav{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--rule)}
        nav ul{list-style:none;display:flex;gap:.25rem 1.5rem;overflow-x:auto;scrollbar-width:none}
        nav a{display:block;padding:.75rem 0 .625rem;color:var(--muted);text-decoration:none;white-space:nowrap;
        border-bottom:2px solid transparent}
        nav a:hover{color:var(--ink);border-color:var(--first)}
        section{padding:1.75rem 0 0}
        section>*+*,.notes+*{margin-top:1rem}
        section h2{font-size:1.375rem;letter-spacing:-.01em}
        .card{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:1.125rem 1.25rem}
        .card h3{font-size:1rem}
        .notice{background:var(--notice);border:0;border-left:3px solid var(--second);border-radius:0 8px 8px 0;padding:.75rem 1rem}
        .notice h3{font-size:.9375rem;margin-bottom:.125rem}
        .notice ul{padding-left:1.1rem}
        .notice>*+*{margin-top:.5rem}
        """

    private static let overview = """
        .figures{display:grid;grid-template-columns:repeat(4,1fr);gap:1rem}
        .figure{display:flex;flex-direction:column;gap:.125rem;padding-bottom:.875rem}
        .figure dt{color:var(--muted);font-size:.875rem}
        .figure .value{font-size:1.75rem;font-weight:650;letter-spacing:-.02em;line-height:1.2;font-variant-numeric:tabular-nums}
        .figure .change{font-size:.875rem;font-variant-numeric:tabular-nums;color:var(--muted)}
        .change span{white-space:nowrap}
        .below{margin-top:.625rem}
        .up{color:var(--up)}.down{color:var(--down)}
        .spark{display:block;width:100%;height:2.25rem;margin-top:.5rem;overflow:visible}
        """

    private static let charts = """
        .chart figcaption{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;margin-bottom:.75rem}
        .chart figcaption h3{flex:1 1 12rem}
        .key{display:inline-flex;align-items:center;gap:.4rem;font-size:.875rem;color:var(--muted)}
        .key svg{width:1.5rem;height:.75rem}
        .key .shades{width:5.25rem}
        .plot{display:block;width:100%;height:auto;overflow:visible}
        .plot text{fill:var(--muted);font-size:82px}
        .plot .halo{paint-order:stroke;stroke:var(--card);stroke-width:50px;stroke-linejoin:round}
        .grid{stroke:var(--rule);stroke-width:1px;vector-effect:non-scaling-stroke}
        .line{fill:none;stroke-width:2.25px;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}
        .long .line{stroke-width:1.25px;stroke-dasharray:none}
        .dot{stroke-width:6px;stroke-linecap:round;vector-effect:non-scaling-stroke}
        .s1{stroke:var(--first)}.s2{stroke:var(--second);stroke-dasharray:7 5}.dot.s2{stroke-dasharray:none}
        .area{fill:var(--first);fill-opacity:.09;stroke:none}
        .column{fill:var(--first)}
        details{margin-top:.875rem}
        summary{cursor:pointer;font-size:.8125rem;color:var(--muted);width:max-content}
        summary:hover{color:var(--first)}
        details[open] summary{margin-bottom:.75rem}
        .hit{fill:transparent}
        .hit:hover{fill:var(--ink);fill-opacity:.05}
        .untold{fill:none;stroke:var(--edge);stroke-width:1px;stroke-dasharray:2 3;vector-effect:non-scaling-stroke}
        .h0{fill:var(--first);fill-opacity:.05}.h1{fill:var(--first);fill-opacity:.16}.h2{fill:var(--first);fill-opacity:.3}
        .h3{fill:var(--first);fill-opacity:.45}.h4{fill:var(--first);fill-opacity:.62}.h5{fill:var(--first);fill-opacity:.8}
        .h6{fill:var(--first)}
        """

    private static let tables = """
        .tables{columns:2;column-gap:1rem;margin-bottom:-1rem}
        .tables .card{break-inside:avoid;margin-bottom:1rem}
        .head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;margin-bottom:.5rem}
        .head h3{flex:1 1 auto}
        .scroll{overflow-x:auto}
        table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.875rem}
        caption{text-align:left;color:var(--muted);padding-bottom:.375rem}
        th,td{padding:.3125rem 0 .3125rem .875rem;text-align:right;vertical-align:top;white-space:nowrap;font-weight:400}
        thead tr>*{border-bottom:1px solid var(--rule)}
        thead th{color:var(--muted);vertical-align:bottom;white-space:normal;font-size:.8125rem}
        th:first-child{text-align:left;padding-left:0;white-space:normal;overflow-wrap:anywhere;min-width:8rem}
        tbody tr+tr>*,tbody+tbody tr:first-child>*{border-top:1px solid var(--rule)}
        tbody tr:hover>*{background:color-mix(in srgb,var(--first) 6%,transparent)}
        tfoot tr>*{border-top:1px solid var(--rule);color:var(--muted)}
        bdi{display:inline-block;max-width:100%;overflow:clip;vertical-align:top}
        .group th{font-weight:650;padding-top:.75rem}
        .under th{padding-left:1rem!important}
        .bar{width:5.5rem;padding-left:.875rem}
        .bar svg{display:block;width:5.5rem;height:.5rem;margin-top:.4375rem}
        .bar rect{fill:var(--first)}
        .remark{font-size:.8125rem;color:var(--muted);margin-top:.5rem}
        .all{position:absolute;opacity:0;pointer-events:none}
        .all+label{display:inline-block;margin-top:.625rem;padding:.125rem .75rem;border:1px solid var(--edge);border-radius:1rem;
        font-size:.8125rem;cursor:pointer}
        .all+label:hover{border-color:var(--first);color:var(--first)}
        .all:focus-visible+label{outline:2px solid var(--first);outline-offset:2px}
        .card:has(.all:not(:checked)) tbody tr:nth-child(n+11){display:none}
        .all:checked+label .closed,.all:not(:checked)+label .open{display:none}
        thead button{font:inherit;color:inherit;background:none;border:0;padding:0;text-align:inherit;cursor:pointer}
        thead button:hover{color:var(--first)}
        [aria-sort=ascending] button::after{content:" ↑"}
        [aria-sort=descending] button::after{content:" ↓"}
        input[type=search]{font:inherit;font-size:.8125rem;color:inherit;background:var(--card);border:1px solid var(--edge);
        border-radius:6px;padding:.125rem .5rem;width:11rem;max-width:100%}
        .facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.375rem 1.5rem}
        .facts dt{font-weight:600}
        .facts dd{overflow-wrap:anywhere}
        .notes{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem;align-items:start}
        .notes h3{margin-bottom:.625rem}
        footer{margin-top:2.5rem;padding:1.25rem 0 3rem;border-top:1px solid var(--rule);font-size:.8125rem}
        """

    private static let narrow = """
        @media (max-width:60rem){
        .figures{grid-template-columns:repeat(2,1fr)}
        .tables{columns:1}
        .notes{grid-template-columns:minmax(0,1fr)}
        .plot text{font-size:125px}
        }
        @media (max-width:36rem){
        .page{padding:0 1rem}
        .top{padding:1.5rem 0 1rem}
        .top h1{font-size:1.5rem}
        .figures{gap:.625rem}
        .figure .value{font-size:1.375rem}
        .card{padding:.875rem 1rem}
        .plot text{font-size:235px}
        .minor{display:none}
        .bar{display:none}
        .facts{grid-template-columns:minmax(0,1fr);gap:0}
        .facts dd{margin-bottom:.5rem}
        }
        """

    private static let print = """
        @media print{
        @page{margin:14mm}
        html{font-size:75%}
        body{background:#fff;font-size:9pt}
        .page{max-width:none;padding:0}
        nav,.skip,input,.all+label,details:not([open]){display:none!important}
        .top{padding-top:0}
        .figures{grid-template-columns:repeat(4,1fr)}
        .figure,.chart,.tables .card,.notice,tr,dd{break-inside:avoid}
        .tables{columns:2}
        h2,h3,caption,thead{break-after:avoid}
        .plot,.bar,.key{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        table{font-size:7.5pt}
        th,td{padding-left:.5rem}
        .scroll{overflow:visible}
        .bar,.bar svg{width:3rem}
        .tables .bar,.hit,.aside{display:none}
        }
        """
}
