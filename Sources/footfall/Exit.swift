import ArgumentParser
import Glibc
import Intake
import Pipeline

/// Ends the process with the code that says what happened (sysexits.h).
enum Exit {
    static func end(with error: any Error) -> Never {
        let (code, message) = explain(error)
        if code == 0 {
            let written = try? Process.write(message)
            exit(written == nil ? 74 : 0)
        }
        if !message.isEmpty { Process.complain(message) }
        exit(code)
    }

    private static func explain(_ error: any Error) -> (Int32, String) {
        switch error {
        case let error as JobError: (error.kind.exitCode, "footfall: \(error)")
        case let error as OutputError: (74, "footfall: the output cannot be written: \(error.reason).")
        case let error as ExitCode: (error.rawValue, "")
        default: parsing(error)
        }
    }

    /// What the argument parser throws: help and version are no errors, the rest is a wrong call.
    ///
    /// Anything else is a fault of ours, of which only the kind is told: it might quote what it stumbled on.
    private static func parsing(_ error: any Error) -> (Int32, String) {
        let code = Footfall.exitCode(for: error)
        if code == .success { return (0, Footfall.fullMessage(for: error) + "\n") }
        if code == .validationFailure { return (64, Footfall.fullMessage(for: error)) }
        return (70, "footfall: internal fault (\(type(of: error))). What is committed is safe; please report this.")
    }
}

extension JobError.Kind {
    fileprivate var exitCode: Int32 {
        switch self {
        case .usage: 64
        case .data: 65
        case .missing: 66
        case .cannotCreate: 73
        case .io: 74
        case .busy: 75
        case .permissions: 77
        case .configuration: 78
        }
    }
}
