import Foundation
import TestSupport

/// Test vectors in JSON beside the package.
enum SharedVectors {
    static func object<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(try SharedData.bytes(path)))
    }
}
