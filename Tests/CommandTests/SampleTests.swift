import Testing

@Suite("The samples give what samples/expected says")
struct SampleTests {
    @Test("ingest and report of access.log")
    func accessLog() throws {
        let workspace = try Workspace()
        let ingest = try workspace.run(["ingest", "\(Guide.root)/samples/access.log"], now: SampleOutputs.now)
        #expect(
            try SampleOutputs.withoutSizes(ingest.output).replacing(Guide.root + "/", with: "")
                == SampleOutputs.ingest())
        #expect(try workspace.run(["aggregate"], now: SampleOutputs.now).code == 0)
        #expect(try workspace.run(["report"], now: SampleOutputs.now).output == SampleOutputs.report())
    }

    @Test(
        "A sample is found to have the format that it is named after, and its lines are stored",
        arguments: ["common", "vhost_combined", "caddy", "w3c", "haproxy", "syslog-combined", "device"])
    func format(_ name: String) throws {
        let workspace = try Workspace()
        let run = try workspace.run(["ingest", "--json", "\(Guide.root)/samples/formats/\(name).log"])
        let report = try IngestReport(run.output)
        #expect(report.accepted >= 3)
        #expect(report.inputs.first?.formats.contains { $0.hasSuffix(name.replacing("-", with: ":")) } == true)
    }
}
