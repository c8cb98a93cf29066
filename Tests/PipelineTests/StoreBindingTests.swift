import Events
import Foundation
import Intake
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

@Suite("A store and its keys")
struct StoreBindingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func environment(_ store: String, _ keys: String) -> JobEnvironment {
        JobEnvironment(
            storePath: "\(folder.path)/\(store)", keysPath: "\(folder.path)/\(keys)", hostName: "test",
            now: { 1_780_000_000_000 })
    }

    private func refusal(_ store: String, _ keys: String, create: Bool = true) throws -> String {
        let error = #expect(throws: JobError.self) { _ = try environment(store, keys).openBoth(create: create) }
        #expect(error?.kind == .configuration)
        return error?.message ?? ""
    }

    @Test("They are given one name, once")
    func name() throws {
        let (store, keys) = try environment("a", "a-keys").openBoth(create: true)
        let name = try #require(try keys.storeName())
        #expect(name.count == 32)
        #expect(try store.catalog.value(of: .storeName) == name)
        #expect(try environment("a", "a-keys").openBoth(create: false).keys.storeName() == name)
    }

    @Test("Keys of another store are refused before anything is made, and both are named")
    func another() throws {
        let (_, keys) = try environment("a", "a-keys").openBoth(create: true)
        let name = try #require(try keys.storeName())
        let message = try refusal("b", "a-keys")
        #expect(message.contains(name) && message.contains("/b") && message.contains("/a-keys"))
        #expect(FileSystem.kind("\(folder.path)/b") == nil)
        let (other, _) = try environment("b", "b-keys").openBoth(create: true)
        let both = try refusal("b", "a-keys", create: false)
        #expect(try both.contains(name) && both.contains(#require(try other.catalog.value(of: .storeName))))
    }

    @Test("A new key directory is none of a store that has one")
    func missing() throws {
        _ = try environment("a", "a-keys").openBoth(create: true)
        _ = try refusal("a", "new-keys")
        #expect(FileSystem.kind("\(folder.path)/new-keys") == nil)
        try FileManager.default.removeItem(atPath: "\(folder.path)/a-keys/store.id")
        #expect(try refusal("a", "a-keys").contains("store.id"))
    }

    @Test("What a crash interrupted is finished", arguments: [1, 2])
    func crash(_ steps: Int) throws {
        let store = try environment("a", "a-keys").openStore(create: true)
        let keys = try environment("a", "a-keys").openKeys(create: true)
        let name = KeyDirectory.makeStoreName()
        _ = try store.catalog.fix(.storeName, to: name)
        if steps == 2 { _ = try keys.bind(toStore: name) }
        #expect(try environment("a", "a-keys").openBoth(create: true).keys.storeName() == name)
        #expect(try store.catalog.value(of: .isBound) != nil)
    }

    @Test("Rejected lines do not fix the zone of a new store")
    func zone() throws {
        let path = folder.path + "/access.log"
        try Data("no line\nnor this\n".utf8).write(to: URL(fileURLWithPath: path))
        var options = Ingest.Options()
        options.format = try FormatSetting("combined")
        let summary = try Ingest(options: options, environment: environment("a", "a-keys")).run([Ingest.Input(path)])
        #expect(summary.tally.rejected == 2)
        let store = try environment("a", "a-keys").openStore(create: false)
        #expect(try store.catalog.value(of: .timeZone) == nil)
        #expect(try store.catalog.sealedDays(.rejects).count == 1)
    }
}
