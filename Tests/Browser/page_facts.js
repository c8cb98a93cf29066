// What Tests/Browser/check_pages.py wants to know of a page, as one object.
(() => {
  const all = Array.from(document.querySelectorAll("*"));
  const foreign = ["img", "iframe", "object", "embed", "link", "base", "form", "audio", "video", "foreignObject", "use", "image", "animate", "set"];
  const visible = (element) => element.checkVisibility({ checkOpacity: true });
  const ids = all.filter((element) => element.id !== "").map((element) => element.id);
  const headings = Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6"));
  const named = (svg) => {
    const labels = (svg.getAttribute("aria-labelledby") ?? "").split(" ").filter((id) => id !== "");
    if (labels.length > 0) return labels.every((id) => document.getElementById(id)?.textContent);
    return Boolean(svg.querySelector("title")?.textContent);
  };
  return {
    language: document.documentElement.lang,
    title: document.title,
    policy: document.querySelector("meta[http-equiv=Content-Security-Policy]")?.content ?? "",
    style: Array.from(document.querySelectorAll("style"), (element) => element.textContent),
    script: Array.from(document.querySelectorAll("script"), (element) => element.textContent),
    foreign: all.filter((element) => foreign.includes(element.localName)).map((element) => element.localName),
    handlers: all.flatMap((element) => Array.from(element.attributes))
      .filter((attribute) => /^on|^style$|^src|^action$|^formaction$|^xlink/i.test(attribute.name))
      .map((attribute) => attribute.name),
    links: Array.from(document.querySelectorAll("[href]"), (element) => element.getAttribute("href")),
    brokenLinks: Array.from(document.querySelectorAll("[href]"), (element) => element.getAttribute("href"))
      .filter((link) => link[0] !== "#" || document.getElementById(link.slice(1)) === null),
    repeatedIds: ids.filter((id, place) => ids.indexOf(id) !== place),
    headings: headings.map((heading) => Number(heading.localName[1])),
    emptyHeadings: headings.filter((heading) => heading.textContent.trim() === "").length,
    tables: document.querySelectorAll("table").length,
    tablesWithoutCaption: Array.from(document.querySelectorAll("table"))
      .filter((table) => !table.caption?.textContent.trim()).length,
    headsWithoutScope: document.querySelectorAll("th:not([scope])").length,
    unnamedDrawings: Array.from(document.querySelectorAll("svg"))
      .filter((svg) => svg.getAttribute("aria-hidden") !== "true" && !named(svg)).length,
    unequalRows: Array.from(document.querySelectorAll("table")).filter((table) => {
      const width = (row) => Array.from(row.cells).reduce((sum, cell) => sum + cell.colSpan, 0);
      return new Set(Array.from(table.rows, width)).size > 1;
    }).map((table) => table.caption?.textContent),
    buttons: document.querySelectorAll("thead button").length,
    fields: document.querySelectorAll("input[type=search]").length,
    unnamedFields: Array.from(document.querySelectorAll("input"))
      .filter((field) => !field.getAttribute("aria-label") && !field.labels?.length).length,
    touched: window.touched ?? null,
    overflow: document.scrollingElement.scrollWidth - document.documentElement.clientWidth,
    text: document.body.innerText,
    charts: document.querySelectorAll("svg.plot").length,
    drawn: Array.from(document.querySelectorAll("svg.plot")).filter((svg) => visible(svg) && svg.getBoundingClientRect().height > 40).length,
  };
})()
