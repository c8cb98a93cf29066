public import Events

/// Something that somebody does about a request.
public enum RequestStep: Hashable, Sendable {
    /// It is put on record by what means it is known that the request may be answered.
    ///
    /// `provesAddress` says that nobody else uses the subject's addresses.
    case verify(RequestMeans, provesAddress: Bool)
    /// One of `needed` officers approves it.
    case approve(needed: Int)
    case refuse(RequestGround)
    /// It is begun to be done, or gone on with.
    case begin
    /// What could be done is.
    case finish
    /// What a request that is done has restricted is restricted no more.
    case lift

    /// What stands in the catalog, besides the word.
    var word: String {
        switch self {
        case .verify: "verified"
        case .approve: "approved"
        case .refuse: "refused"
        case .begin: "begun"
        case .finish: "done"
        case .lift: "lifted"
        }
    }

    /// A word of a closed set that says more.
    var detail: String? {
        switch self {
        case .verify(let means, _): means.rawValue
        case .refuse(let ground): ground.rawValue
        default: nil
        }
    }

    /// A number that says more.
    var number: Int {
        switch self {
        case .verify(_, let provesAddress): provesAddress ? 1 : 0
        case .approve(let needed): needed
        default: 0
        }
    }

    /// Reads what stands in the catalog.
    init?(word: String, detail: String?, number: Int) {
        switch word {
        case "verified":
            guard let means = detail.flatMap(RequestMeans.init(rawValue:)) else { return nil }
            self = .verify(means, provesAddress: number == 1)
        case "approved": self = .approve(needed: number)
        case "refused":
            guard let ground = detail.flatMap(RequestGround.init(rawValue:)) else { return nil }
            self = .refuse(ground)
        case "begun": self = .begin
        case "done": self = .finish
        case "lifted": self = .lift
        default: return nil
        }
    }
}
