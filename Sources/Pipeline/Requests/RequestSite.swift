import Events
import Privacy
import Store

/// Where requests are done: the store, its keys, and what rules there.
struct RequestSite {
    let environment: JobEnvironment
    let store: Store
    let directory: KeyDirectory
    /// The policy that rules today.
    let policy: Policy
    let calendar: StoreCalendar
    /// Who does it.
    let officer: Officer
    /// Where files for a person or an authority go; nil if the command named no folder.
    let folder: String?
}
