import Store

/// Sets right what can safely be; what is on record is never touched.
struct StoreRepair {
    let store: Store

    /// Finishes or removes what processes that died have left.
    func finish() throws {
        try store.recover()
        _ = try store.withoutAggregation { try store.removeStagedCertificates() }
        try store.syncFolders()
    }

    /// Removes files that have gone from the record, and moves them among what was repaired.
    ///
    /// A file goes only if the catalog tells that it has given its number and has no such file any more, if nobody writes under
    /// its writer's name, and if nothing in the store is newer than the catalog: after an older catalog was restored, what is
    /// not on record may be all that is left.
    func removeOrphans(_ report: inout StoreReport) throws {
        guard try !store.isNewerThanCatalog() else { return }
        var left: [StoreFinding] = []
        for finding in report.findings {
            if finding.kind == .orphan, try store.removeOrphan(finding.file) {
                report.repaired.append(finding)
            } else {
                left.append(finding)
            }
        }
        report.findings = left
    }
}
