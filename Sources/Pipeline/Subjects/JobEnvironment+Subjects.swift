import Privacy
import Store

extension JobEnvironment {
    /// What makes the tags of identifiers as the policy that rules now compares them.
    func subjectTagger(_ store: Store, _ directory: KeyDirectory) throws -> SubjectTagger {
        let options = try ruling(in: store, keys: directory).policy.options
        guard let key = try directory.suppressionKey(create: true) else {
            throw JobError(.missing, "There is no suppression key in \(keysPath). Restore the key directory.")
        }
        return SubjectTagger(key: key, options: options)
    }
}
