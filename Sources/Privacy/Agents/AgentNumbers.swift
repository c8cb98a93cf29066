internal import Events

/// The numbers behind the words of an agent that say what everything else in it is built on, or pretends to be.
struct AgentNumbers {
    private(set) var version = NumberColumn.absent
    private(set) var trident = NumberColumn.absent
    private(set) var safari = NumberColumn.absent
    private(set) var chrome = NumberColumn.absent
    private(set) var firefox = NumberColumn.absent
    private(set) var explorer = NumberColumn.absent
    private(set) var android = NumberColumn.absent
    private(set) var series60 = NumberColumn.absent
    private(set) var tabletOS = NumberColumn.absent
    private(set) var facebook = NumberColumn.absent

    /// Notes the number behind a word of these marks; where a word comes twice, the first says more for some.
    mutating func note(_ number: Int64, behind marks: AgentMarks) {
        if marks.contains(.version) { version = number }
        if marks.contains(.trident) { trident = number }
        if marks.contains(.safari) { safari = number }
        if marks.contains(.chrome), chrome == NumberColumn.absent { chrome = number }
        if marks.contains(.firefox) { firefox = number }
        if marks.contains(.explorer), explorer == NumberColumn.absent { explorer = number }
        if marks.contains(.android), android == NumberColumn.absent { android = number }
        if marks.contains(.series60) { series60 = number }
        if marks.contains(.tabletOS) { tabletOS = number }
        if marks.contains(.facebookVersion) { facebook = number }
    }
}
