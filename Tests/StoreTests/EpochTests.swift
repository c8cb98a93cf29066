import Events
import Testing

@testable import Store

@Suite("Epochs on record")
struct EpochTests {
    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private let place: TemporaryStore
    private var catalog: Catalog { place.store.catalog }

    init() throws {
        place = try TemporaryStore()
    }

    @Test("An epoch is open, closing, closed, and never goes back")
    func states() throws {
        let epoch = Epoch(day: Self.day)
        #expect(try catalog.state(of: epoch) == nil)
        #expect(try catalog.openEpoch(of: Self.day) == epoch)
        #expect(try catalog.state(of: epoch) == .open)
        try catalog.beginClosing(epoch)
        try catalog.beginClosing(epoch)
        #expect(try catalog.state(of: epoch) == .closing)
        try catalog.closeEmpty(epoch)
        #expect(try catalog.state(of: epoch) == .closed)
        try catalog.beginClosing(epoch)
        #expect(try catalog.state(of: epoch) == .closed)
    }

    @Test("A line goes to the open epoch, and to the next supplement when there is none")
    func supplements() throws {
        for number in 0..<4 {
            let epoch = Epoch(day: Self.day, supplement: number)
            #expect(try catalog.openEpoch(of: Self.day) == epoch)
            #expect(try catalog.openEpoch(of: Self.day) == epoch)
            try catalog.beginClosing(epoch)
            if number.isMultiple(of: 2) { try catalog.closeEmpty(epoch) }
        }
        #expect(try catalog.openEpoch(of: Self.day.advanced(by: 1)) == Epoch(day: Self.day.advanced(by: 1)))
        #expect(try catalog.epochs([.closed]).map(\.supplement) == [0, 2])
        #expect(try catalog.epochs([.closing]).map(\.supplement) == [1, 3])
        #expect(try catalog.epochs([.open]).map(\.day) == [Self.day.advanced(by: 1)])
    }

    @Test("Epochs come in ascending order, the tenth supplement after the ninth")
    func order() throws {
        for day in [Self.day.advanced(by: 1), Self.day] {
            for _ in 0..<11 {
                try catalog.beginClosing(try catalog.openEpoch(of: day))
            }
        }
        let epochs = try catalog.epochs([.open, .closing, .closed])
        #expect(epochs.count == 22)
        #expect(epochs == epochs.sorted())
    }

    @Test("Two processes open the same epoch")
    func twoProcesses() throws {
        let other = try place.reopened().catalog
        #expect(try catalog.openEpoch(of: Self.day) == other.openEpoch(of: Self.day))
        try other.beginClosing(Epoch(day: Self.day))
        #expect(try catalog.openEpoch(of: Self.day) == Epoch(day: Self.day, supplement: 1))
        #expect(try other.openEpoch(of: Self.day) == Epoch(day: Self.day, supplement: 1))
    }

    @Test("An epoch without rows is closed without a release")
    func emptyEpoch() throws {
        try catalog.closeEmpty(try catalog.openEpoch(of: Self.day))
        #expect(try catalog.releases(Self.day...Self.day).isEmpty)
        #expect(try catalog.newestReleasedDay() == nil)
    }

    @Test("The rows of an epoch are those of all its files, and of no other epoch")
    func rowCounts() throws {
        let writer = try place.store.takeWriter(host: "a")
        let epoch = try catalog.openEpoch(of: Self.day)
        try writer.commitRows(epoch, seed: 1, rows: 3)
        try writer.commitRows(epoch, seed: 2, rows: 4)
        try catalog.beginClosing(epoch)
        let supplement = try catalog.openEpoch(of: Self.day)
        try writer.commitRows(supplement, seed: 3, rows: 5)
        #expect(try catalog.rowCount(of: epoch) == 7)
        #expect(try catalog.rowCount(of: supplement) == 5)
        #expect(try catalog.files(of: epoch).map(\.rows) == [3, 4])
        #expect(try catalog.files(of: Self.day).map(\.rows).sorted() == [3, 4, 5])
    }

    @Test("An epoch that is being closed takes what a writer had on its way")
    func closingTakesRows() throws {
        let writer = try place.store.takeWriter(host: "a")
        let epoch = try catalog.openEpoch(of: Self.day)
        try catalog.beginClosing(epoch)
        try writer.commitRows(epoch, seed: 1)
        #expect(try catalog.rowCount(of: epoch) == 3)
    }
}
