import Events
import TestSupport
import Testing

@testable import Privacy

/// How often the classifier agrees with public collections of agents.
///
/// The shares are what is promised, a little below what is reached; each was made by other people for other programs.
@Suite("Agent collections", .enabled(if: SharedData.isThere, "the collections lie in ../shared/data"))
struct AgentCollectionTests {
    private static let classifier = AgentClassifier()

    private static func classify(_ agent: String) -> AgentClass {
        let bytes = Array(agent.utf8)
        return classifier.classify(bytes.span)
    }

    /// Whether at least `perMille` of the samples are as they should be.
    private func expect<Sample>(
        _ perMille: Int, of samples: [Sample], atLeast count: Int, _ isRight: (Sample) -> Bool,
        at location: SourceLocation = #_sourceLocation
    ) {
        let right = samples.count(where: isRight)
        #expect(samples.count >= count, sourceLocation: location)
        #expect(right * 1000 >= samples.count * perMille, "\(right) of \(samples.count)", sourceLocation: location)
    }

    @Test("Family and version agree with uap-core for its most frequent families")
    func familiesOfUAPCore() throws {
        let cases = try AgentSamples.expectations("test_ua.yaml")
        let counts = Dictionary(cases.map { ($0.family, 1) }, uniquingKeysWith: +)
        let frequent = Set(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(40).map(\.key))
        expect(975, of: cases.filter { frequent.contains($0.family) }, atLeast: 150) { sample in
            let found = Self.classify(sample.agent)
            return found.browser ?? found.robotName == sample.family
                && found.browserMajor == sample.major ?? NumberColumn.absent
        }
    }

    @Test("Systems agree with uap-core")
    func systemsOfUAPCore() throws {
        expect(960, of: try AgentSamples.expectations("test_os.yaml"), atLeast: 200) {
            Self.classify($0.agent).os ?? "Other" == $0.family
        }
    }

    @Test(
        "Devices that uap-core knows are of the right class",
        arguments: [
            ("iPhone", DeviceClass.phone), ("iPod", .phone), ("Generic Smartphone", .phone), ("iPad", .tablet),
            ("Kindle", .tablet), ("PlayStation", .console), ("Nintendo", .console), ("HbbTV", .tv), ("NetCast", .tv),
            ("AppleTV", .tv), ("Roku", .tv), ("Chromecast", .tv), ("Mac", .desktop), ("Apple Watch", .other),
            ("Spider", .robot),
        ])
    func devicesOfUAPCore(_ name: String, _ device: DeviceClass) throws {
        let cases = try AgentSamples.expectations("test_device.yaml")
        let named = cases.filter { $0.family == name || $0.family.hasPrefix(name + " ") || $0.family == name + ".TV" }
        expect(900, of: named, atLeast: 1) { Self.classify($0.agent).deviceClass == device }
    }

    @Test("Telephones, tablets and televisions of uap-core are no robots")
    func peopleOfUAPCore() throws {
        let cases = try AgentSamples.expectations("test_device.yaml").filter { $0.family != "Spider" }
        expect(985, of: cases, atLeast: 8000) { !Self.classify($0.agent).isRobot }
    }

    @Test("Browsers of isbot are no robots")
    func peopleOfIsbot() throws {
        expect(985, of: try AgentSamples.isbot("browsers.yml"), atLeast: 250) { !Self.classify($0).isRobot }
    }

    @Test("Robots of each collection are robots")
    func robots() throws {
        let known = try AgentSamples.crawlerUserAgents()
        let detected = try AgentSamples.crawlerDetect()
        let isbot = try AgentSamples.isbot("crawlers.yml")
        let counter = try AgentSamples.counter()
        expect(985, of: known, atLeast: 1000) { Self.classify($0).isRobot }
        expect(975, of: detected, atLeast: 1800) { Self.classify($0).isRobot }
        expect(980, of: isbot, atLeast: 300) { Self.classify($0).isRobot }
        expect(950, of: counter, atLeast: 300) { Self.classify($0).isRobot }
        expect(980, of: known + detected + isbot + counter, atLeast: 3500) { Self.classify($0).isRobot }
    }
}
