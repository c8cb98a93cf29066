"""What a reader of released tables can know, as linear equations and inequalities."""

import math

import numpy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

Cell = tuple[str, tuple[str, ...], str]
"""Table, labels of the row, measure; the only row of the totals is called `all`."""

ADDITIVE = {"hits", "page_views", "visits", "exits", "bounces", "events", "records", "earlier_views"}
CONTAINED = [("page_views", "hits"), ("visits", "page_views"), ("visits", "hits"), ("bounces", "visits")]
RARE = "(rare)"
ALL = ("all",)


class Model:
    def __init__(self, store: dict):
        self.store = store
        self.definitions = {definition["name"]: definition for definition in store["definitions"]}
        self.counted = {table["name"]: table for table in store["counted"]}
        self.released = {table["name"]: table for table in store["released"]}
        self.truth: dict[Cell, int] = {}
        self.lower: dict[Cell, float] = {}
        self.told: dict[Cell, float] = {}
        self.rest: dict[Cell, float] = {}
        """What is told of rows out of which somebody's part was moved."""
        self.share: dict[tuple[str, tuple[str, ...], str], float] = {}
        """What is told of all those parts together, by table, group and column."""
        self.equal: list[tuple[dict[Cell, float], float]] = []
        self.atmost: list[tuple[dict[Cell, float], float]] = []
        self.rows: dict[str, list[tuple[str, ...]]] = {}
        for name in self.released:
            relation = self.definitions[name]["relation"][0]
            if name in self.counted and relation not in ("none", "flow") and self.measures(name):
                self.read(name)
        for name in self.rows:
            self.print_rows(name)
            self.relate(name)
        self.contain()
        self.flow()
        self.arithmetic()
        self.solvers: dict[int, Solver] = {}
        self.connect()

    # What there is, and what is told of it

    def read(self, name: str) -> None:
        """The rows of a table as a reader may know them: all that exist, hours as single ones or as blocks."""
        table = self.counted[name]
        rows = {tuple(labels): sums for labels, sums in table["rows"]}
        if name == "hours":
            blocks = {tuple(labels): sums for labels, sums in self.counted["hour_blocks"]["rows"]}
            rows = {
                tuple(labels): blocks.get(tuple(labels)) or rows[tuple(labels)]
                for labels, _, _ in self.released[name]["rows"]
            }
        self.rows[name] = list(rows)
        for labels, sums in rows.items():
            for measure, value in zip(table["measures"], sums):
                if measure in ADDITIVE:
                    self.truth[name, labels, measure] = value

    def measures(self, name: str) -> list[str]:
        return [measure for measure in self.counted[name]["measures"] if measure in ADDITIVE]

    def columns(self, name: str) -> dict[str, str]:
        return {column: measure for column, measure in self.definitions[name]["columns"] if measure in ADDITIVE}

    def print_rows(self, name: str) -> None:
        table, columns = self.released[name], self.columns(name)
        shown = set()
        heavy = {
            tuple(labels[:-1]): dict(zip(table["columns"], values))
            for labels, kind, values in table["rows"]
            if kind == "heavy"
        }
        for labels, kind, values in table["rows"]:
            row = tuple(labels)
            if kind != "value":
                continue
            shown.add(row)
            for column, value in zip(table["columns"], values):
                if column in columns and value is not None:
                    self.tell((name, row, columns[column]), value)
                if (name, row, columns.get(column)) in self.rest and (number := heavy.get(row[:-1], {}).get(column)):
                    self.share[name, row[:-1], column] = number[1]
                if value is not None and value[0] == "ratio" and column == "bounce_rate":
                    self.told[name, row, "bounces"] = value[1]
        for labels, kind, values in table["rows"]:
            if kind != "other":
                continue
            group = [row for row in self.rows[name] if row not in shown and row[:-1] == tuple(labels[:-1])]
            for column, value in zip(table["columns"], values):
                if column in columns and value is not None and value[0] == "number":
                    moved = [cell for cell in self.rest if (cell[0], cell[2]) == (name, columns[column])]
                    moved = [cell for cell in moved if cell[1][:-1] == tuple(labels[:-1])]
                    others = value[1] + self.share.get((name, tuple(labels[:-1]), column), 0)
                    self.sum_up(
                        [(name, row, columns[column]) for row in group] + moved,
                        others + sum(self.rest[cell] for cell in moved),
                    )
        for (table_name, group, column), number in self.share.items():
            if table_name == name:
                self.share_out(name, group, columns[column], number)
        if table["total"] is not None and table["total"][0] == "number" and name != "totals":
            self.sum_up([(name, row, self.measures(name)[0]) for row in self.rows[name]], table["total"][1])

    def tell(self, cell: Cell, value: list) -> None:
        if value[0] == "number" and cell in self.truth and self.truth[cell] > value[1]:
            # A visitor's part was moved out of the row. How much is not known, but that it was: to take it as known is
            # to know more than is told.
            self.rest[cell] = self.lower[cell] = value[1]
        elif value[0] == "number":
            self.told[cell] = value[1]
        elif value[0] == "at_least" and self.truth.get(cell) == value[1]:
            # Late lines told it, beside a day that does not; the reader is taken to guess so.
            self.told[cell] = value[1]
        elif value[0] == "at_least":
            self.lower[cell] = value[1]

    def share_out(self, name: str, group: tuple[str, ...], measure: str, number: float) -> None:
        """What was moved out of rows is no more than the row of heavy use, to which hidden rows may have added."""
        moved = [cell for cell in self.rest if (cell[0], cell[1][:-1], cell[2]) == (name, group, measure)]
        self.atmost.append(({cell: 1.0 for cell in moved}, number + sum(self.rest[cell] for cell in moved)))

    def sum_up(self, cells: list[Cell], value: float) -> None:
        self.equal.append(({cell: 1.0 for cell in cells}, value))

    # What is tied to what

    def relate(self, name: str) -> None:
        relation, *rest = self.definitions[name]["relation"]
        rows = self.rows[name]
        if relation in ("totals", "within"):
            sums = dict(rest[-1])
            if self.definitions[name]["scope"] == "requests":
                sums |= {measure: measure for measure in self.measures(name)}
            for measure, total in sums.items():
                if measure in ADDITIVE:
                    self.sum_to([(name, row, measure) for row in rows], self.total(total))
        elif relation == "row" and rest[0] in self.rows:
            self.sum_to([(name, row, "hits") for row in rows], {(rest[0], (rest[1],), "hits"): 1})
        elif relation == "children" and rest[0] in self.rows:
            for whole in self.rows[rest[0]]:
                children = [row for row in rows if row[0] == whole[-1]]
                for measure in self.measures(name):
                    if measure in self.measures(rest[0]):
                        self.sum_to([(name, row, measure) for row in children], {(rest[0], whole, measure): 1})

    @staticmethod
    def total(measure: str) -> dict[Cell, float] | None:
        if measure == "later_views":
            return {("totals", ALL, "page_views"): 1, ("totals", ALL, "visits"): -1}
        return {("totals", ALL, measure): 1} if measure in ADDITIVE else None

    def sum_to(self, parts: list[Cell], whole: dict[Cell, float] | None) -> None:
        if whole and all(cell in self.truth for cell in whole):
            self.equal.append(({cell: 1.0 for cell in parts} | {c: -f for c, f in whole.items()}, 0))

    def contain(self) -> None:
        for name, rows in self.rows.items():
            for row in rows:
                for part, whole in CONTAINED:
                    if (name, row, part) in self.truth and (name, row, whole) in self.truth:
                        self.less((name, row, part), (name, row, whole))

    def less(self, part: Cell, whole: Cell) -> None:
        self.atmost.append(({part: 1.0, whole: -1.0}, 0))

    def flow(self) -> None:
        """Every page's views, and where they came from and went to; every pair of pages may be a step."""
        if "pages" not in self.rows:
            return
        pages = self.rows["pages"]
        for table, measure in [("entry_pages", "visits"), ("exit_pages", "exits"), ("viewing_times", "earlier_views")]:
            if table not in self.rows:
                continue
            known = set(self.rows[table])
            for page in pages:
                part = (table, page, measure)
                if page not in known:
                    self.truth[part] = 0
                self.less(part, ("pages", page, "page_views"))
                bounces = ("entry_pages", page, "bounces")
                if table == "exit_pages" and bounces in self.truth:
                    self.less(bounces, part)
                if table == "viewing_times" and "exit_pages" in self.rows:
                    exits = ("exit_pages", page, "exits")
                    self.equal.append(({part: 1.0, exits: 1.0, ("pages", page, "page_views"): -1.0}, 0))
        if "transitions" not in self.released or len(pages) > 60:
            return
        steps = {
            tuple(labels): values[0][1] for labels, kind, values in self.released["transitions"]["rows"] if values[0]
        }
        true = {tuple(labels): sums[0] for labels, sums in self.counted["transitions"]["rows"]}
        for start in pages:
            for end in pages:
                cell = ("transitions", start + end, "earlier_views")
                self.truth[cell] = true.get(start + end, 0)
                if start + end in steps:
                    self.told[cell] = steps[start + end]
        for page in pages:
            views = ("pages", page, "page_views")
            into = {("transitions", other + page, "earlier_views"): 1.0 for other in pages}
            away = {("transitions", page + other, "earlier_views"): 1.0 for other in pages}
            self.equal.append((into | {("entry_pages", page, "visits"): 1.0, views: -1.0}, 0))
            self.equal.append((away | {("exit_pages", page, "exits"): 1.0, views: -1.0}, 0))

    def arithmetic(self) -> None:
        """What follows from the meaning of rows: lengths of visits add up to page views, successes hold page views."""
        if "visit_lengths" in self.rows:
            weights = {row: float(row[0].split("-")[0]) for row in self.rows["visit_lengths"]}
            if ("1",) in weights:
                self.equal.append(({("visit_lengths", ("1",), "visits"): 1.0, ("totals", ALL, "bounces"): -1.0}, 0))
            terms = {("visit_lengths", row, "visits"): weight for row, weight in weights.items()}
            self.atmost.append((terms | {("totals", ALL, "page_views"): -1.0}, 0))
            if all("-" not in row[0] for row in weights):
                self.equal.append((terms | {("totals", ALL, "page_views"): -1.0}, 0))
        if "visit_durations" in self.rows and ("0-9",) in self.rows["visit_durations"]:
            self.less(("totals", ALL, "bounces"), ("visit_durations", ("0-9",), "visits"))
        if "file_types" in self.rows and "status_codes" in self.rows:
            successes = [row for row in self.rows["status_codes"] if row[0].startswith("2") or row[0] == "304"]
            terms = {("status_codes", row, "hits"): -1.0 for row in successes}
            files = {("file_types", row, "hits"): 1.0 for row in self.rows["file_types"]}
            terms |= files | {("totals", ALL, "page_views"): 1.0}
            # Made-up days have page views of any status.
            if sum(factor * self.truth[cell] for cell, factor in terms.items()) <= 0:
                self.atmost.append((terms, 0))

    # Bounds

    def connect(self) -> None:
        """Numbers of the cells that are not told, and which of them hang together."""
        cells = {cell for terms, _ in self.equal + self.atmost for cell in terms} | set(self.truth)
        self.names = sorted(cell for cell in cells if cell not in self.told)
        self.number = {cell: place for place, cell in enumerate(self.names)}
        self.rows_of = [(self.reduced(terms, value), True) for terms, value in self.equal]
        self.rows_of += [(self.reduced(terms, value), False) for terms, value in self.atmost]
        left, right = [], []
        for (terms, _), _ in self.rows_of:
            places = list(terms)
            left += places[:-1]
            right += places[1:]
        graph = csr_matrix((numpy.ones(len(left)), (left, right)), shape=(len(self.names),) * 2)
        self.component = connected_components(graph, directed=False)[1]

    def reduced(self, terms: dict[Cell, float], value: float) -> tuple[dict[int, float], float]:
        hidden = {self.number[cell]: factor for cell, factor in terms.items() if cell not in self.told}
        return hidden, value - sum(factor * self.told[cell] for cell, factor in terms.items() if cell in self.told)

    def hidden(self) -> list[tuple[Cell, int]]:
        """Numbers that are there and not told, but for those that are another name of a told one."""
        return [
            (cell, self.truth[cell])
            for cell in self.names
            if self.truth.get(cell, 0) > 0 and RARE not in cell[1] and cell[0] != "totals" and not self.is_alone(cell)
        ]

    def is_alone(self, cell: Cell) -> bool:
        """Whether the row is the only one of its group, and so is what the group is."""
        name, labels, measure = cell
        group = [row for row in self.rows.get(name, []) if row[:-1] == labels[:-1]]
        return sum(1 for row in group if self.truth.get((name, row, self.measures(name)[0]), 0) > 0) == 1

    def bounds(self, cell: Cell) -> tuple[float, float]:
        component = self.component[self.number[cell]]
        if component not in self.solvers:
            self.solvers[component] = Solver(self, component)
        return self.solvers[component].bounds(self.number[cell])


class Solver:
    """The equations of cells that hang together."""

    def __init__(self, model: Model, component: int):
        places = [place for place in range(len(model.names)) if model.component[place] == component]
        self.place = {number: place for place, number in enumerate(places)}
        self.lower = [model.lower.get(model.names[number], 0) for number in places]
        systems = {True: ([], [], [], []), False: ([], [], [], [])}
        for (terms, value), is_equal in model.rows_of:
            if not terms or next(iter(terms)) not in self.place:
                continue
            rows, columns, factors, values = systems[is_equal]
            for number, factor in terms.items():
                rows.append(len(values))
                columns.append(self.place[number])
                factors.append(factor)
            values.append(value)
        self.system = {}
        for is_equal, (rows, columns, factors, values) in systems.items():
            shape = (len(values), len(places))
            matrix = coo_matrix((factors, (rows, columns)), shape=shape).tocsr() if values else None
            self.system[is_equal] = (matrix, values or None)

    def bounds(self, number: int) -> tuple[float, float]:
        return self.extreme(number, 1), -self.extreme(number, -1)

    def extreme(self, number: int, sign: int) -> float:
        objective = numpy.zeros(len(self.lower))
        objective[self.place[number]] = sign
        (equal, equal_values), (atmost, atmost_values) = self.system[True], self.system[False]
        answer = linprog(
            objective,
            A_ub=atmost,
            b_ub=atmost_values,
            A_eq=equal,
            b_eq=equal_values,
            bounds=[(low, None) for low in self.lower],
            method="highs",
        )
        if answer.status == 3:
            return -math.inf
        if answer.status != 0:
            raise RuntimeError(f"the model does not hold: {answer.message}")
        return answer.fun
