/// What one run of the program said.
struct Run {
    let code: Int32
    let output: String
    let errors: String

    init(_ result: Child.Result) {
        code = result.code
        output = String(decoding: result.output, as: UTF8.self)
        errors = String(decoding: result.errors, as: UTF8.self)
    }

    /// Everything that a person sees.
    var everything: String { output + errors }
}
