import Events
import Privacy
import Store

/// What is stored, due and wrong.
///
/// Looks at records, names and lengths, and reads none of the store's data; changes nothing.
public struct Status {
    private let environment: JobEnvironment
    private let fault: JobError?

    /// - Parameter fault: why the store's settings or its policy could not be read; the environment then has those that are
    ///   built in.
    public init(environment: JobEnvironment, fault: JobError? = nil) {
        self.environment = environment
        self.fault = fault
    }

    /// - Throws: ``StoreError`` if there is no store, or its catalog cannot be read.
    public func run() throws -> StatusSummary {
        let store = try environment.openStore(create: false)
        var check = try StatusCheck(environment, store)
        let policy = try check.policy(unless: fault)
        try check.lookAtClock()
        let directory = try check.openKeys()
        if let directory { check.lookAtOfficers(in: directory) }
        try check.lookAtOpenDays()
        if let policy {
            if let directory { try check.lookAtTerms(of: policy, directory) }
            try check.lookAtHolds()
            try check.lookAtInputs(term: policy.options.retention[.raw])
        }
        try check.lookAtRequests()
        try check.lookAtFiles()
        try check.lookAtAuditLog()
        return check.summary
    }
}
