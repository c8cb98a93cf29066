import Foundation

/// The built program under test.
enum Tool {
    /// `FOOTFALL_BINARY`, else the product beside the test bundle.
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["FOOTFALL_BINARY"], !path.isEmpty { return path }
        // The runner is handed the bundle, or is the bundle itself; either lies in the folder of the products.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("footfall").path
    }()

    /// Nothing of the caller's environment reaches the program but where programs lie.
    static let environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C",
    ]
}
