/// Which rows a table counts.
///
/// People are everybody who is not a robot; robots share no scope with them.
public enum Scope: String, CaseIterable, Sendable {
    /// Requests by people.
    case requests
    /// Events of apps and devices that people use.
    case events
    /// Both.
    case records
    /// Page views by people.
    case views
    /// First page views of visits.
    case visits
    /// Visitors with at least one visit: one row each.
    case visitors
    /// Page views that another one follows in the same visit.
    case steps
    /// Requests by people whose duration is known.
    case timed
    /// Successful (2xx or 304) GET and POST requests by people that are no page views: what pages are made of, and
    /// downloads.
    case files
    /// Requests by people that were answered with 404.
    case missing
    /// Requests by robots, but for those of ``monitors``.
    case robots
    /// Requests by robots whose name is on the list of services that watch over sites.
    case monitors
}
