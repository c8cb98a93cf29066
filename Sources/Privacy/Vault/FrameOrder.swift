/// Finds out what is wrong with a file from where the frames lie that are good.
struct FrameOrder {
    /// Where frames may lie, and the trailer, if it is whole.
    let area: Range<Int>
    let trailer: Range<Int>?
    /// The frames that are good, and those that are not, in the order in which they stand.
    let good: [FramePlace]
    let bad: [FramePlace]

    func faults() -> [SealedFault] {
        let (frames, copies) = copies()
        let sorted = frames.sorted { $0.index < $1.index }
        let end = trailer?.lowerBound ?? area.upperBound
        var missing = MissingFrames(among: sorted, from: area.lowerBound)
        var faults = copies.map { SealedFault(.twice(frame: $0.index), at: $0.offset) }
        faults += zip(frames, sorted).filter { $0 != $1 }.map { place, _ in
            SealedFault(.outOfPlace(frame: place.index), at: place.offset)
        }
        var previous: FramePlace?
        for place in good where place.offset < end {
            let start = previous?.end ?? area.lowerBound
            if place.offset > start {
                faults.append(fault(start..<place.offset, behind: previous, before: place, &missing))
            }
            previous = place
        }
        let gap = (previous?.end ?? area.lowerBound)..<end
        if let fault = fault(gap, behind: previous, greatest: sorted.last, &missing) { faults.append(fault) }
        return (faults + missing.faults + faultsBehindTrailer()).sorted { $0.offset < $1.offset }
    }

    private func faultsBehindTrailer() -> [SealedFault] {
        guard let trailer else { return [] }
        let behind = good.filter { $0.offset > trailer.lowerBound }
        return zip([trailer.upperBound] + behind.map(\.end), behind.map(\.offset) + [area.upperBound])
            .filter { $0 < $1 }.map { SealedFault(.foreign(bytes: $1 - $0), at: $0) }
    }

    /// One place for each frame, and the places where there is another copy of it: of several, that which stands behind the
    /// frame before it is the one that was written.
    private func copies() -> (frames: [FramePlace], copies: [FramePlace]) {
        func isBehindItsOwn(_ position: Int) -> Bool {
            good[position].index == (position == 0 ? 0 : good[position - 1].index + 1)
        }
        var chosen: [Int: Int] = [:]
        for (position, place) in good.enumerated() {
            if let other = chosen[place.index], isBehindItsOwn(other) || !isBehindItsOwn(position) { continue }
            chosen[place.index] = position
        }
        let isChosen = good.enumerated().map { chosen[$1.index] == $0 }
        return (
            zip(good, isChosen).filter(\.1).map(\.0), zip(good, isChosen).filter { !$0.1 }.map(\.0)
        )
    }

    /// What is wrong where nothing good lies: the frames that are missing between its neighbours, or more than there
    /// should be.
    private func fault(
        _ gap: Range<Int>, behind previous: FramePlace?, before next: FramePlace?, _ missing: inout MissingFrames
    ) -> SealedFault {
        guard let frames = missing.take(behind: previous, before: next) else {
            return SealedFault(.foreign(bytes: gap.count), at: gap.lowerBound)
        }
        return SealedFault(.damaged(frames: frames), at: gap.lowerBound)
    }

    /// What is wrong between the last good frame and the end.
    private func fault(
        _ gap: Range<Int>, behind previous: FramePlace?, greatest: FramePlace?, _ missing: inout MissingFrames
    ) -> SealedFault? {
        let isWhole = good.contains(where: \.isLast)
        if trailer == nil { return SealedFault(isWhole ? .trailerDamaged : .cutOff, at: gap.lowerBound) }
        if gap.isEmpty { return isWhole ? nil : SealedFault(.cutOff, at: gap.lowerBound) }
        if !isWhole {
            // The last frame is among what does not open; how many are, the marks tell that are left.
            let first = (greatest?.index ?? -1) + 1
            let count = max(1, bad.count { gap.contains($0.offset) })
            return SealedFault(.damaged(frames: first...(first + count - 1)), at: gap.lowerBound)
        }
        return fault(gap, behind: previous, before: nil, &missing)
    }
}
