extension ContentPattern {
    /// Appends the path of a target, and the number that names its content, if the target is of this form.
    ///
    /// What is appended is the pattern's own text with digits in the place of what it leaves open.
    func append(_ target: Span<UInt8>, _ parts: RequestTarget, to result: inout [UInt8]) -> Bool {
        let start = result.count
        if appendPath(target.extracting(parts.path), to: &result) {
            guard let parameter else { return true }
            if appendNumber(of: parameter, in: target.extracting(parts.query), to: &result) { return true }
        }
        result.removeSubrange(start...)
        return false
    }

    private func appendPath(_ path: Span<UInt8>, to result: inout [UInt8]) -> Bool {
        var index = 0
        for segment in segments {
            guard index < path.count, path[index] == UInt8(ascii: "/") else { return false }
            index += 1
            let start = index
            while index < path.count, path[index] != UInt8(ascii: "/") { index += 1 }
            let found = path.extracting(start..<index)
            result.append(UInt8(ascii: "/"))
            if let segment {
                guard PercentEncoding.decodes(found, to: segment, plusIsSpace: false) else { return false }
                result.append(contentsOf: segment)
            } else {
                guard ContentPattern.isNumber(found) else { return false }
                result.append(found)
            }
        }
        return index == path.count
    }

    private func appendNumber(of parameter: [UInt8], in query: Span<UInt8>, to result: inout [UInt8]) -> Bool {
        var isFound = false
        FormQuery.forEachPair(of: query) { name, value in
            guard PercentEncoding.decodes(query.extracting(name), to: parameter, plusIsSpace: true) else { return true }
            let number = query.extracting(value)
            if ContentPattern.isNumber(number) {
                result.append(UInt8(ascii: "?"))
                result.append(contentsOf: parameter)
                result.append(UInt8(ascii: "="))
                result.append(number)
                isFound = true
            }
            return false
        }
        return isFound
    }

    private static func isNumber(_ text: Span<UInt8>) -> Bool {
        guard (1...digitLimit).contains(text.count) else { return false }
        for index in text.indices where !ASCII.isDigit(text[index]) { return false }
        return true
    }
}
