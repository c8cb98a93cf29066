/// The header of a struct's field as it was read.
struct ThriftField {
    let id: Int16
    let type: ThriftType
}
