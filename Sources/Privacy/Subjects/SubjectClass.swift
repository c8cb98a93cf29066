/// What kind of column an identifier stands in, so that equal bytes in different ones have unrelated tags.
///
/// The number enters the MAC: it is never changed or used twice.
enum SubjectClass: UInt8 {
    /// User ids with their case, and the e-mail addresses among them.
    case user = 1
    case cookie = 2
    /// Device ids and hardware addresses, which stand in each other's columns.
    case device = 3
    /// Whole addresses of clients.
    case address = 4
    /// Paths of request targets.
    case target = 5
    /// User ids in lower case, for policies by which case makes no difference.
    case userInAnyCase = 6
}
