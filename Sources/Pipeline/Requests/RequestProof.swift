/// A proof of possession by a one-time path, and how it stands.
public enum RequestProof: Sendable, Hashable {
    /// A path was made just now: the only time that it is told.
    ///
    /// `until` is in milliseconds since 1970.
    case made(path: String, until: Int64)
    /// Nobody has asked for it yet.
    case waiting(until: Int64)
    /// It was asked for, by lines that bear no identifier of the request, which proves nothing.
    case seenByOthers(until: Int64)
    /// It was asked for with some of the identifiers of the request, which proves these and not the others.
    case partly(proved: Int, of: Int, until: Int64)
    /// It was asked for with each identifier of the request, which is verified by that.
    case proved
    /// Nobody has asked for it in time.
    case expired
}
