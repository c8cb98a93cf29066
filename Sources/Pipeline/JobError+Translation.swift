import Intake
import Privacy
import Store

extension JobError {
    /// Runs a job and turns what the layers below throw into errors that have an exit code.
    public static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StoreError {
            throw JobError(error.kind.jobKind, error.message)
        } catch let error as IntakeError {
            throw JobError(error.jobKind, "\(error).")
        } catch let error as KeyDirectoryError {
            throw JobError(error.jobKind, "\(error).")
        } catch let error as OfficerError {
            throw JobError(error.jobKind, "\(error).")
        } catch let error as RequestStepError {
            throw JobError(.usage, error.description)
        } catch let error as RequestLetterError {
            throw JobError(.usage, error.description)
        } catch let error as SealError {
            throw JobError(.data, "\(error).")
        }
    }

    /// What may be said of an error: what is ours says it itself, of anything else only the kind is told.
    static func text(of error: any Error) -> String {
        do {
            try translating { throw error }
        } catch let error as JobError {
            return error.message
        } catch {
            return "internal fault (\(type(of: error)))"
        }
        return ""
    }
}

extension StoreError.Kind {
    fileprivate var jobKind: JobError.Kind {
        switch self {
        case .missing: .missing
        case .cannotCreate: .cannotCreate
        case .io, .damaged: .io
        case .busy: .busy
        case .configuration: .configuration
        }
    }
}

extension KeyDirectoryError {
    fileprivate var jobKind: JobError.Kind {
        switch self {
        case .tooOpen, .foreignOwner: .permissions
        case .missing: .missing
        case .wrongType, .damaged, .malformed: .configuration
        case .system: .io
        }
    }
}

extension OfficerError {
    fileprivate var jobKind: JobError.Kind {
        switch self {
        case .badName, .notCarriedAway: .usage
        case .present: .cannotCreate
        case .noKeyFile, .noOfficers, .nothingToTake: .missing
        case .noOfficerKey, .unknownKey, .anotherKey: .data
        case .keyTooOpen: .permissions
        }
    }
}

extension IntakeError {
    fileprivate var jobKind: JobError.Kind {
        switch self {
        case .notFound, .isDirectory: .missing
        case .unreadable, .readFailed: .io
        case .truncated, .damaged: .data
        }
    }
}
