/// What the lines of one parser share: options, what was found out about the last times, and room for decoded fields.
struct LineContext: Sendable {
    var options: LineOptions
    var clock = CommonLogClock()
    var times = TimeReader()
    /// The fields that had escapes, decoded, until the stage is appended to the batch.
    var decoded: [UInt8] = []
}
