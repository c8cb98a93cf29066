import Events
import Privacy
import Store

extension Requests {
    /// What the people are known by whose objections are in force, as far as their requests are still there.
    ///
    /// - Throws: ``SealError/cannotOpen`` if a request is not sealed to this officer.
    func objectors(_ objections: [Objection], by half: borrowing PrivateHalf) throws -> [SubjectIdentifier] {
        var identifiers: [SubjectIdentifier] = []
        let numbers = Set(objections.map { Int($0.request) })
        for record in try store.catalog.requests() where numbers.contains(record.number) {
            do {
                identifiers += try letter(of: record, by: half).identifiers
            } catch let error as JobError where error.kind == .missing {
                // Destroyed with the term of requests.
                continue
            }
        }
        return identifiers
    }
}
