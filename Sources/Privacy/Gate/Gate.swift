public import Events
public import Intake

/// The one place where a record becomes an event.
///
/// What comes in has every identifier in clear; what goes out holds only columns that the policy lists, generalised or
/// pseudonymised by their rules. Each rule runs once per distinct value of a batch and rows follow by their indices; what
/// the longest rules made of a value is remembered for the next batches. That is why the gate costs little. No input
/// makes it fail: what cannot be parsed is hashed as it is, or left out.
public struct Gate: Sendable {
    public var policy: Policy { rules.policy }

    let rules: GateRules
    private let memory: GateMemory
    private let seed: UInt64

    /// - Parameters:
    ///   - seed: random, secret to the process; see ``ByteInterner``.
    ///   - places: tells country and region of an address.
    public init(policy: Policy, seed: UInt64, places: PlaceDatabase? = nil) {
        rules = GateRules(policy, places: places)
        memory = GateMemory(seed: seed)
        self.seed = seed
    }

    /// Overwrites what the gate remembers of the values of earlier batches, which are in clear.
    ///
    /// Only its speed depends on them. They are forgotten with the gate at the latest.
    public func forget() {
        memory.forget()
    }

    /// Turns records into events, one batch per day that they fall on, rows in input order.
    ///
    /// - Parameter keys: the keys of the day that holds an instant (UTC seconds), made with this gate's policy; asked
    ///   once per day.
    public func admit<Failure: Error>(
        _ batch: RawBatch, keys: (_ second: Int64) throws(Failure) -> EpochKeys
    ) throws(Failure) -> [EventBatch] {
        // Rounded down, also before 1970.
        let seconds = batch.time.map { $0 / 1000 - ($0 % 1000 < 0 ? 1 : 0) }
        let split = try DaySplit(seconds: seconds, hasUnusedValues: batch.hasUnusedValues, keys: keys)
        let generalised = memory.withRules { Generalised(batch, rules, &$0, seed: seed) }
        var events = split.days.map { day in
            var event = EventBatch(epoch: day.keys.epoch)
            event.time = day.rows.select(seconds)
            event[.kind] = Gate.kinds(batch, day.rows, rowCount: event.rowCount)
            event[.resolution] = TextColumn(dictionary: ["second"], rowCount: event.rowCount)
            return event
        }
        fillTexts(&events, batch, generalised, split)
        fillIdentities(&events, batch, split)
        fillAddresses(&events, batch, split)
        fillAges(&events, batch, split)
        fillNumbers(&events, batch, generalised, split)
        fillFlags(&events, batch, generalised, split)
        return events
    }

    /// Rows that name an event are events, the others requests.
    private static func kinds(_ batch: RawBatch, _ rows: DaySplit.Rows, rowCount: Int) -> TextColumn {
        guard !batch[.event].indices.isEmpty else { return TextColumn(dictionary: ["request"], rowCount: rowCount) }
        let isEvent = rows.select(batch[.event].indices).map { $0 != absentIndex }
        guard let first = isEvent.first, isEvent.contains(!first) else {
            return TextColumn(dictionary: [isEvent.first == true ? "event" : "request"], rowCount: rowCount)
        }
        return TextColumn(
            dictionary: ByteDictionary(first ? ["event", "request"] : ["request", "event"]),
            indices: isEvent.map { $0 == first ? 0 : 1 })
    }

    private func fillTexts(
        _ events: inout [EventBatch], _ batch: RawBatch, _ generalised: Generalised, _ split: DaySplit
    ) {
        for text in generalised.texts {
            let indices = text.column.map(batch[text.source].indices)
            guard !indices.isEmpty else { continue }
            let columns = DayColumn.distribute(indices, valueCount: text.column.dictionary.count, over: split)
            for (day, column) in columns.enumerated() {
                events[day][text.field] = column.text(text.column.dictionary)
            }
        }
    }

    private func fillIdentities(_ events: inout [EventBatch], _ batch: RawBatch, _ split: DaySplit) {
        let identifiers = Identifiers(batch, policy.options, seed: seed)
        for field in EventField.Identity.allCases where policy.stores(.identity(field)) {
            guard let column = identifiers[field], !column.identifiers.isEmpty else { continue }
            let days = DayColumn.distribute(column.indices, valueCount: column.identifiers.count, over: split)
            for (day, values) in days.enumerated() {
                events[day][field] = column.pseudonyms(field, day: values, split.days[day].keys.pseudonymizer)
            }
        }
    }

    /// Addresses under the key of their day.
    private func fillAddresses(_ events: inout [EventBatch], _ batch: RawBatch, _ split: DaySplit) {
        guard policy.field(.text(.address))?.rule == .prefixPreserving, !batch[.client].indices.isEmpty else { return }
        let clients = batch[.client].dictionary
        let addresses = (0..<clients.count).map { clients.withValue($0) { IPAddress($0) } }
        let days = DayColumn.distribute(batch[.client].indices, valueCount: clients.count, over: split)
        for (day, column) in days.enumerated() {
            let values = column.values?.map { addresses[Int($0)] } ?? addresses
            events[day][.address] = split.days[day].keys.substitutes(values, indices: column.indices, seed: seed)
        }
    }

    /// Bands of ages, for those who sent the year of birth by the year of their day.
    private func fillAges(_ events: inout [EventBatch], _ batch: RawBatch, _ split: DaySplit) {
        guard policy.stores(.text(.ageBand)), !batch[.age].indices.isEmpty else { return }
        let ages = batch[.age].dictionary
        let days = DayColumn.distribute(batch[.age].indices, valueCount: ages.count, over: split)
        for (day, column) in days.enumerated() {
            let year = split.days[day].keys.epoch.day.civil.year
            let bands = AgeBand(width: policy.options.ageBand, presentYear: year)
            let raw = column.text(ages)
            let mapped = MappedColumn(raw.dictionary, seed: seed, rule: bands.generalise)
            guard !mapped.dictionary.isEmpty else { continue }
            events[day][.ageBand] = TextColumn(
                dictionary: mapped.dictionary, indices: mapped.map(raw.indices))
        }
    }

    private func fillNumbers(
        _ events: inout [EventBatch], _ batch: RawBatch, _ generalised: Generalised, _ split: DaySplit
    ) {
        func fill(_ field: EventField.Number, _ values: [Int64]) {
            guard policy.stores(.number(field)), !values.isEmpty else { return }
            for (day, part) in split.days.enumerated() {
                events[day][field] = NumberColumn(values: part.rows.select(values))
            }
        }
        func within(_ range: ClosedRange<Int64>, _ column: NumberColumn) -> [Int64] {
            column.values.map { range.contains($0) ? $0 : NumberColumn.absent }
        }
        fill(.status, within(100...999, batch[.status]))
        fill(.bytes, within(0...Int64.max, batch[.bytes]))
        fill(.duration, within(0...Int64.max, batch[.duration]))
        let majors = generalised.browserMajors
        fill(.browserMajor, batch[.agent].indices.map { $0 == absentIndex ? NumberColumn.absent : majors[Int($0)] })
    }

    private func fillFlags(
        _ events: inout [EventBatch], _ batch: RawBatch, _ generalised: Generalised, _ split: DaySplit
    ) {
        func fill(_ field: EventField.Flag, _ values: [Bool]) {
            guard policy.stores(.flag(field)), !values.isEmpty else { return }
            for (day, part) in split.days.enumerated() {
                events[day][field] = part.rows.select(values)
            }
        }
        let robots = batch[.agent].indices.map { $0 != absentIndex && generalised.isRobot[Int($0)] }
        fill(.robot, robots)
        fill(.member, batch[.user].indices.map { $0 != absentIndex })
        fill(.pageView, generalised.pageViews(of: batch, robots: robots))
    }
}

extension TextColumn {
    /// A column with the same value in every row.
    fileprivate init(dictionary: [String], rowCount: Int) {
        self.init(dictionary: ByteDictionary(dictionary), indices: [UInt32](repeating: 0, count: rowCount))
    }
}
