import Foundation

/// Writes the seed corpora: `FuzzSeeds SAMPLES CORPUS`.
@main
struct FuzzSeeds {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            print("usage: FuzzSeeds SAMPLES CORPUS")
            exit(64)
        }
        let samples = URL(fileURLWithPath: CommandLine.arguments[1])
        let corpus = Corpus(folder: URL(fileURLWithPath: CommandLine.arguments[2]))
        try corpus.write("FuzzLines", LineSeeds.all(samples: samples))
        try corpus.write("FuzzFormatText", FormatTextSeeds.all)
        try corpus.write("FuzzTimes", TimeSeeds.all)
        try corpus.write("FuzzJSON", KeyedSeeds.json)
        try corpus.write("FuzzLogfmt", KeyedSeeds.logfmt)
        try corpus.write("FuzzText", TextSeeds.all)
        try corpus.write("FuzzGzip", GzipSeeds.all)
        try corpus.write("FuzzParquet", ParquetSeeds.all)
        try corpus.write("FuzzGate", GateSeeds.all)
        try corpus.write("FuzzPlaces", PlaceSeeds.all)
        try corpus.write("FuzzSealedFile", SealedFileSeeds.all)
        try corpus.write("FuzzCheckpoint", CheckpointSeeds.all)
    }
}

/// The folders of seeds, one for each fuzz target.
struct Corpus {
    let folder: URL

    /// Writes the seeds of a target in place of those that are there; findings that were added keep their names.
    func write(_ target: String, _ seeds: [(name: String, bytes: [UInt8])]) throws {
        let place = folder.appendingPathComponent(target)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for seed in seeds {
            try Data(seed.bytes).write(to: place.appendingPathComponent(seed.name))
        }
    }
}
