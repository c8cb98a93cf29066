import Foundation
import Testing

@Suite("ingest asks about addresses that look like proxies")
struct ProxyHintTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    /// 1,000 lines, all but `strangers` of them from three addresses.
    private func log(strangers: Int) -> [UInt8] {
        SampleLog.lines(1000, seed: 301).enumerated().map { number, line in
            let client = number < strangers ? "198.51.100.\(number % 250)" : "10.0.0.\(number % 3)"
            return client + line.drop { $0 != " " }
        }.log
    }

    private func hint(_ bytes: [UInt8]) throws -> NSDictionary? {
        let run = try space.run(["ingest", "--json"], input: .pieces([bytes]))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        return object["proxy_hint"] as? NSDictionary
    }

    @Test("Their number and share are told, and what to do; the addresses are not")
    func asked() throws {
        #expect(try hint(log(strangers: 30)) == ["addresses": 3, "share": 0.97])
        let other = try Workspace()
        let run = try other.run(["ingest"], input: .pieces([log(strangers: 30)]))
        #expect(run.output.contains("3 addresses send 97 % of the lines"))
        #expect(run.output.contains("trusted_proxies") && run.output.contains("footfall explain"))
        #expect(!run.everything.contains("10.0.0."))
    }

    @Test("Many clients, or few lines, are no reason to ask")
    func notAsked() throws {
        #expect(try hint(log(strangers: 300)) == nil)
        #expect(try hint(Array(log(strangers: 0).prefix(2000))) == nil)
    }
}
