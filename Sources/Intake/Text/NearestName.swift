/// Finds the name that somebody may have meant.
public enum NearestName {
    /// The name that takes the fewest changes to come to, if it takes no more than a third of its letters.
    public static func of(_ written: String, among names: [String]) -> String? {
        let letters = Array(written.lowercased().replacing("-", with: "_").utf8.prefix(64))
        let nearest = names.map { (name: $0, distance: distance(letters, Array($0.utf8))) }.min {
            $0.distance < $1.distance
        }
        guard let nearest, nearest.distance * 3 <= nearest.name.utf8.count else { return nil }
        return nearest.name
    }

    /// How many letters have to be put in, left out, changed, or exchanged with their neighbour.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var rows = [Array(0...right.count)]
        for (row, letter) in left.enumerated() {
            var costs = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(
                    rows[row][column] + (letter == other ? 0 : 1), rows[row][column + 1] + 1, costs[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, rows[row - 1][column - 1] + 1)
                }
                costs.append(cost)
            }
            rows.append(costs)
        }
        return rows[left.count][right.count]
    }
}
