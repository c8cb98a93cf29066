/// Random numbers for visits, and the order of rows that they give.
///
/// The numbers say nothing: not who made a visit, not when, and two visits of one visitor lie no nearer to each other
/// than any two others.
public struct VisitNumbering: Sendable {
    /// For each visit of the assignment, its number: distinct, not negative.
    public let numbers: [Int64]
    /// The rows of a closed day in the order in which they are written: by visit number, then sequence.
    public let rows: [UInt32]

    /// - Parameter randomBits: gives 64 uniformly random bits from a cryptographic source at each call.
    public init(_ assignment: VisitAssignment, randomBits: () -> UInt64) {
        var numbers = (0..<assignment.visitCount).map { _ in Int64(randomBits() >> 1) }
        var visits = VisitNumbering.order(of: numbers)
        while VisitNumbering.redrawRepeated(&numbers, visits, randomBits) {
            visits = VisitNumbering.order(of: numbers)
        }
        self.numbers = numbers

        var sizes = [UInt32](repeating: 0, count: assignment.visitCount)
        for visit in assignment.visit { sizes[Int(visit)] += 1 }
        var starts = sizes
        var start: UInt32 = 0
        for visit in visits {
            starts[Int(visit)] = start
            start += sizes[Int(visit)]
        }
        var rows = [UInt32](repeating: 0, count: assignment.visit.count)
        for row in rows.indices {
            let place = Int(starts[Int(assignment.visit[row])]) + Int(assignment.sequence[row])
            rows[place] = UInt32(truncatingIfNeeded: row)
        }
        self.rows = rows
    }

    /// Indices of random numbers in ascending order: into about as many buckets as there are numbers, then by
    /// insertion.
    private static func order(of numbers: [Int64]) -> [UInt32] {
        let bits = max(1, Int.bitWidth - numbers.count.leadingZeroBitCount)
        let buckets = numbers.map { UInt32(truncatingIfNeeded: $0 >> Int64(63 - bits)) }
        var order = CountingSort.rows(by: buckets, keyCount: 1 << bits)
        for index in order.indices.dropFirst() {
            let visit = order[index]
            var place = index
            while place > 0, numbers[Int(order[place - 1])] > numbers[Int(visit)] {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = visit
        }
        return order
    }

    /// Draws again for every number that is there twice; says whether there was one.
    private static func redrawRepeated(_ numbers: inout [Int64], _ order: [UInt32], _ randomBits: () -> UInt64) -> Bool
    {
        var found = false
        for (left, right) in zip(order, order.dropFirst()) where numbers[Int(left)] == numbers[Int(right)] {
            numbers[Int(left)] = Int64(randomBits() >> 1)
            found = true
        }
        return found
    }
}
