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
        "Each small sample is read whole, in the format that it is named after",
        arguments: ["common", "vhost_combined", "combined_extra"])
    func format(_ name: String) throws {
        let workspace = try Workspace()
        let run = try workspace.run(["ingest", "--json", "\(Guide.root)/samples/\(name).log"])
        let report = try IngestReport(run.output)
        #expect(report.accepted == 20)
        #expect(report.inputs.map(\.formats) == [[name]])
    }
}
