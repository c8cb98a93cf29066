import Events

/// Reads off a batch's columns what each row is, but for its visits; one look into a table per distinct value.
struct RowTraitReader {
    private let batch: EventBatch
    private let isEvent: [Bool]
    private let isFetch: [Bool]
    private let isMonitor: [Bool]

    init(_ batch: EventBatch) {
        self.batch = batch
        isEvent = RowTraitReader.isEvent(batch[.kind])
        isFetch = batch[.method].dictionary.matching { $0 == "GET" || $0 == "POST" }
        isMonitor = batch[.robotName].dictionary.matching { MonitorNames.all.contains($0) }
    }

    /// For each value of the column, whether it says that devices and apps reported something.
    static func isEvent(_ kinds: TextColumn) -> [Bool] {
        kinds.dictionary.matching { $0 == "event" }
    }

    /// The traits of the rows in `order`.
    func traits(_ order: [UInt32]) -> [RowTraits] {
        let kinds = batch[.kind].indices
        let methods = batch[.method].indices
        let robots = batch[.robot]
        let views = batch[.pageView]
        let status = batch[.status].values
        let durations = batch[.duration].values
        return order.map { index in
            let row = Int(index)
            let event = RowTraitReader.holds(row, kinds, isEvent)
            if !robots.isEmpty, robots[row] { return event ? [] : robot(row) }
            if event { return .event }
            var traits: RowTraits = .request
            if !durations.isEmpty, durations[row] >= 0 { traits.insert(.timed) }
            let isView = !views.isEmpty && views[row]
            if isView { traits.insert(.view) }
            if status.isEmpty { return traits }
            let code = status[row]
            if code == 404 { traits.insert(.missing) }
            if !isView, (200...299).contains(code) || code == 304 {
                traits.insert(RowTraitReader.holds(row, methods, isFetch) ? .file : .otherSuccess)
            }
            return traits
        }
    }

    private func robot(_ row: Int) -> RowTraits {
        RowTraitReader.holds(row, batch[.robotName].indices, isMonitor) ? .monitor : .robot
    }

    @inline(__always)
    private static func holds(_ row: Int, _ indices: [UInt32], _ values: [Bool]) -> Bool {
        guard !indices.isEmpty, indices[row] != absentIndex else { return false }
        return values[Int(indices[row])]
    }
}

extension ByteDictionary {
    /// For each value, whether it satisfies `condition`.
    fileprivate func matching(_ condition: (String) -> Bool) -> [Bool] {
        (0..<count).map { condition(text($0)) }
    }
}
