import Intake

/// Why a file is not read although it is found, and until when.
enum SetAside {
    /// Read to its end, or not readable further: until it changes.
    case untilChanged(FileStatus)
    /// Of no known format: until it is so many bytes long.
    case untilSize(Int64)

    /// A file of no known format is tried again when it is twice as long, so that all trials together cost no more than
    /// two readings.
    static func refused(_ status: FileStatus) -> SetAside { .untilSize(max(1, status.size) * 2) }

    func isOver(_ status: FileStatus) -> Bool {
        switch self {
        case .untilChanged(let old): old.size != status.size || old.modified != status.modified
        case .untilSize(let size): status.size >= size
        }
    }
}
