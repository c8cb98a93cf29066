/// What tells one pair of keys from every other: what is sealed to it, and goes with it.
///
/// All pairs lie in one folder of the key directory, as `days/<name>.key`, so that one exchange of that folder rotates the
/// key-encryption key around all of them at once, whatever they are of.
public enum PairName: Hashable, Sendable {
    /// Of the sealed lines of a day: the first pair of the day, or the one whose turn came when an erased one went.
    ///
    /// Turns are counted from 1.
    case day(Day, turn: Int)
    /// Of the records of one day that a hold keeps.
    case hold(Int, Day)
    /// Of what a hold asks for, and why.
    case filter(Int)
    /// Of what one request is about.
    case request(Int)
    /// Of what one correction says.
    case correction(Int)
}

extension PairName {
    /// The day whose sealed lines it opens; nil if it is the pair of something else.
    public var day: Day? {
        if case .day(let day, _) = self { day } else { nil }
    }

    /// Whether a file is one of those that are sealed to it.
    public func seals(_ file: SealedName) -> Bool {
        switch self {
        case .day(let day, _): file.kind.isDayLines && file.day == day
        case .hold(_, let day): [.misuse, .illegal, .order].contains(file.kind) && file.day == day
        case .request, .filter: file.kind == .requests
        case .correction: file.kind == .corrections
        }
    }
}

extension PairName: Comparable {
    public static func < (left: PairName, right: PairName) -> Bool {
        left.place < right.place
    }

    /// Kind, number, day and turn.
    private var place: (Int, Int, Int32, Int) {
        switch self {
        case .day(let day, let turn): (0, 0, day.number, turn)
        case .hold(let number, let day): (1, number, day.number, 0)
        case .filter(let number): (2, number, 0, 0)
        case .request(let number): (3, number, 0, 0)
        case .correction(let number): (4, number, 0, 0)
        }
    }
}

extension PairName: CustomStringConvertible {
    /// `2026-03-01`, `2026-03-01.2` from the second turn on, `hold-7-2026-03-01`, `filter-7`, `request-7` or `correction-7`.
    public var description: String {
        switch self {
        case .day(let day, turn: 1): day.description
        case .day(let day, let turn): "\(day).\(turn)"
        case .hold(let number, let day): "hold-\(number)-\(day)"
        case .filter(let number): "filter-\(number)"
        case .request(let number): "request-\(number)"
        case .correction(let number): "correction-\(number)"
        }
    }

    /// Reads what `description` writes, and nothing else; numbers begin with 1.
    public init?(_ text: some StringProtocol) {
        guard let name = PairName.read(String(text)), name.description == text else { return nil }
        self = name
    }

    private static func read(_ text: String) -> PairName? {
        if let rest = text.after("hold-") {
            guard let dash = rest.firstIndex(of: "-"), let number = number(rest[..<dash]),
                let day = Day(rest[rest.index(after: dash)...])
            else { return nil }
            return .hold(number, day)
        }
        if let rest = text.after("filter-") { return number(rest).map(PairName.filter) }
        if let rest = text.after("request-") { return number(rest).map(PairName.request) }
        if let rest = text.after("correction-") { return number(rest).map(PairName.correction) }
        guard let day = Day(text.prefix(10)) else { return nil }
        if text.utf8.count == 10 { return .day(day, turn: 1) }
        guard let turn = text.dropFirst(10).after(".").flatMap(number), turn > 1 else { return nil }
        return .day(day, turn: turn)
    }

    private static func number(_ digits: Substring) -> Int? {
        Int(digits).flatMap { $0 > 0 ? $0 : nil }
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate func after(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
