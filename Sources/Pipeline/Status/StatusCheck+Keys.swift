import Privacy
import Store

extension StatusCheck {
    /// Opens the key directory if it is there, and is that of the store.
    ///
    /// - Returns: nil if nothing can be told of it.
    mutating func openKeys() throws -> KeyDirectory? {
        do {
            let directory = try environment.openKeys(create: false)
            _ = try directory.survey()
            let known = try store.catalog.value(of: .storeName)
            if try store.catalog.value(of: .isBound) != nil, try directory.storeName() != known {
                add(
                    .keys, "The keys in \(directory.path) are not those of this store.",
                    "Name the right ones with --keys, or restore the key directory.")
                return nil
            }
            return directory
        } catch let error as KeyDirectoryError {
            let remedy =
                error.isPermission
                ? "Set owner and mode right, and ask who may have read it; nothing is read or destroyed before."
                : "Restore it, or name the right key directory with --keys."
            add(.keys, "The keys cannot be used: \(error).", remedy)
            return nil
        }
    }

    /// Who can read what is sealed, and whether they have carried their key away.
    mutating func lookAtOfficers(in directory: KeyDirectory) {
        do throws(KeyDirectoryError) {
            summary.officers = try directory.officers()
            if try directory.waitingKey() != nil {
                add(
                    .officers,
                    "The officer's private half still waits in \(directory.waitingKeyPath), beside the other keys.",
                    "Carry it away, then show it to `footfall officer taken --officer-key FILE`, which removes it.")
            }
        } catch {
            add(.officers, "The officers cannot be told: \(error).", "Restore the file, or remove the officer.")
            return
        }
        switch summary.officers.count {
        case 0 where summary.sealed.days > 0:
            add(
                .officers, "There is no officer: what is sealed from now on could be opened by nobody.",
                "Make one with `footfall officer new NAME --add`.")
        case 1:
            add(
                .officers, "There is one officer only: if that key is lost, nobody can open what is sealed.",
                "Make a second with `footfall officer new NAME --add`.", needsPerson: false)
        default: break
        }
    }
}
