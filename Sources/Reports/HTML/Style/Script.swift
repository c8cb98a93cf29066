/// The script of a page: tables can be sorted and searched where it runs, and are complete where it does not.
///
/// It may not hold `<` or `&`; see ``InlineCode``. It builds its buttons and fields from words that stand in the page.
enum Script {
    static let text = """

        "use strict";
        const words = document.body.dataset;
        const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

        const number = (cell) => {
          const text = cell.dataset.v ?? cell.textContent.replace(/[^0-9.-]/g, "");
          return text === "" ? null : Number(text);
        };

        const compared = (left, right, column, sign) => {
          if (column === 0) return sign * collator.compare(left.cells[0].textContent, right.cells[0].textContent);
          const a = number(left.cells[column]);
          const b = number(right.cells[column]);
          if (a === null) return b === null ? 0 : 1;
          return b === null ? -1 : sign * (a - b);
        };

        const sortable = (table) => {
          const heads = Array.from(table.tHead.rows[0].cells);
          heads.forEach((head, column) => {
            if (head.textContent === "") return;
            const button = document.createElement("button");
            button.type = "button";
            button.title = words.sort;
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => {
              const first = column === 0 ? "ascending" : "descending";
              const second = column === 0 ? "descending" : "ascending";
              const order = head.getAttribute("aria-sort") === first ? second : first;
              heads.forEach((other) => other.removeAttribute("aria-sort"));
              head.setAttribute("aria-sort", order);
              const sign = order === "ascending" ? 1 : -1;
              for (const body of table.tBodies) {
                const rows = Array.from(body.rows).filter((row) => !row.classList.contains("group"));
                body.append(...rows.sort((left, right) => compared(left, right, column, sign)));
              }
            });
          });
        };

        const searchable = (table) => {
          const rows = Array.from(table.tBodies).flatMap((body) => Array.from(body.rows));
          const card = table.closest(".card");
          const head = card.querySelector(".head");
          if (head === null || 10 >= rows.length) return;
          const all = card.querySelector(".all");
          const field = document.createElement("input");
          field.type = "search";
          field.placeholder = words.search;
          field.setAttribute("aria-label", words.search + ": " + head.textContent);
          const said = document.createElement("p");
          said.className = "aside";
          said.setAttribute("role", "status");
          let wasOpen = null;
          field.addEventListener("input", () => {
            const wanted = field.value.trim().toLocaleLowerCase();
            if (all !== null) {
              if (wasOpen === null) wasOpen = all.checked;
              all.checked = wanted === "" ? wasOpen : true;
              if (wanted === "") wasOpen = null;
            }
            let group = null;
            let shown = 0;
            for (const row of rows) {
              if (row.classList.contains("group")) {
                group = row;
                row.hidden = wanted !== "";
                continue;
              }
              const name = row.cells[0].textContent + " " + (group === null ? "" : group.cells[0].textContent);
              row.hidden = !name.toLocaleLowerCase().includes(wanted);
              if (row.hidden) continue;
              shown += 1;
              if (group !== null) group.hidden = false;
            }
            said.textContent = wanted === "" ? "" : words.found.replace("#", shown);
          });
          head.append(field, said);
        };

        for (const table of document.querySelectorAll("table")) {
          if (table.tHead === null) continue;
          sortable(table);
          searchable(table);
        }

        """
}
