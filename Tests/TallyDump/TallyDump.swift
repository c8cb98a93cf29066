import Events
import Pipeline
import Statistics

/// Prints the bare counts of every epoch of a store, one JSON object per line: what a test compares with another
/// engine's counts.
///
/// Usage: `TallyDump STORE KEYS`.
@main
struct TallyDump {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { throw JobError(.usage, "TallyDump STORE KEYS") }
        let bare = BareTally(
            environment: JobEnvironment(storePath: arguments[1], keysPath: arguments[2], hostName: "test", now: { 0 }))
        for epoch in try bare.epochs() {
            for count in try bare.counts(epoch) {
                print(
                    JSONText.object([
                        ("epoch", JSONText.quoted("\(epoch)")), ("table", JSONText.quoted(count.table)),
                        ("labels", JSONText.array(count.labels.map { JSONText.quoted($0) })),
                        ("measure", JSONText.quoted(count.measure)), ("sum", String(count.sum)),
                        ("visitors", String(count.visitors)), ("networks", String(count.networks)),
                        ("largest", String(count.largest)), ("bins", JSONText.array(count.bins.map(text(of:)))),
                    ]))
            }
        }
    }

    private static func text(of bin: Distribution.Bin) -> String {
        JSONText.array([String(bin.lower), String(bin.count), String(bin.lowestOf), String(bin.highestOf)])
    }
}
