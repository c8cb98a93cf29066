public import Events
public import Store

/// What sealed lines of a subject there are.
public struct SubjectFindings: Sendable {
    /// What was found of one day.
    public struct FoundDay: Sendable {
        public let day: Day
        /// Lines of the vault, accepted once, that were looked at, and those of them that are the subject's.
        public internal(set) var searched = 0
        public internal(set) var lines = 0
        /// Rejected lines in which a strong identifier stands as text, of the rejects of the day.
        public internal(set) var rejects = 0
        /// Held lines, by the number of the hold.
        public internal(set) var held: [Int: Int] = [:]
        /// Lines that bear an identifier of the subject behind somebody else's, and so are not the subject's.
        public internal(set) var contested = 0
        /// Of the subject's addresses, in their order.
        public internal(set) var ties: [AddressTie]
        /// The files that hold lines of the subject, in the order in which they were read.
        public internal(set) var files: [SealedFile] = []

        init(_ day: Day, addresses: Int) {
            self.day = day
            ties = [AddressTie](repeating: .unseen, count: addresses)
        }

        /// The epochs whose events lines of the subject have become, as far as that is known.
        public var epochs: [Epoch] {
            Set(files.filter { $0.name.kind == .raw }.compactMap(\.supplement)).sorted().map {
                Epoch(day: day, supplement: $0)
            }
        }

        mutating func add(_ lines: Int, of file: SealedFile) {
            files.append(file)
            switch file.name.kind {
            case .raw: self.lines += lines
            case .rejects: rejects += lines
            default: held[file.pair.holdNumber ?? 0, default: 0] += lines
            }
        }

        /// Lines of the subject, wherever they are; of one that is held there may be two.
        public var count: Int { lines + rejects + held.values.reduce(0, +) }
    }

    /// The days that have sealed lines, ascending.
    public internal(set) var days: [FoundDay] = []
    /// Days of which raw lines and rejects are gone, or are being destroyed, ascending.
    public internal(set) var destroyed: [MarkedDay] = []
    public internal(set) var faults: [LineFault] = []

    /// Lines of the subject.
    public var count: Int { days.reduce(0) { $0 + $1.count } }

    /// The days on which lines have an address and nothing else, and are not told to be the subject's.
    ///
    /// - Parameter number: its place among the subject's addresses.
    public func sharedDays(ofAddress number: Int) -> [Day] {
        days.filter { $0.ties[number] == .shared }.map(\.day)
    }
}
