/// A value of a YAML file, and where it stands.
///
/// Scalars are text; what a text means is for the one who asks for it to say, so that no `no` turns into false.
struct YAMLNode: Equatable {
    enum Content: Equatable {
        /// Nothing, `~` or `null`.
        case empty
        case text(String)
        case list([YAMLNode])
        case mapping([Entry])
    }

    struct Entry: Equatable {
        let key: YAMLNode
        let value: YAMLNode
    }

    let line: Int
    let column: Int
    let content: Content
}
