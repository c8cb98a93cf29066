import Events

extension RowLabeller {
    /// What each path ends with; a step for the eye of a table only, so it is made once per distinct path.
    func extensions(in space: inout LabelSpace) -> RowLabels {
        let paths = batch[.path]
        guard !paths.indices.isEmpty else { return RowLabels(only: space.noValue) }
        var names = ByteDictionary()
        for index in 0..<paths.dictionary.count {
            names.append(FileExtension.of(paths.dictionary.text(index)) ?? Dimension.noValue)
        }
        return texts(TextColumn(dictionary: names, indices: paths.indices), in: &space)
    }

    /// Domains, and what stands for links from within the site and for referrers without a domain.
    func referrers(in space: inout LabelSpace) -> RowLabels {
        let kinds = batch[.referrerKind]
        let domains = batch[.referrerDomain]
        guard !kinds.indices.isEmpty || !domains.indices.isEmpty else { return RowLabels(only: space.noValue) }
        let names = space.numbers(of: domains.dictionary)
        let own = (0..<kinds.dictionary.count).map { kinds.dictionary.text($0) == "internal" }
        let internalNumber = space.number(of: Dimension.internalReferrer)
        let unnamed = space.number(of: Dimension.unnamedReferrer)
        let noValue = space.noValue
        return RowLabels(
            rows.order.map { row in
                let kind = kinds.index(Int(row))
                if kind != absentIndex, own[Int(kind)] { return internalNumber }
                let domain = domains.index(Int(row))
                if domain != absentIndex { return names[Int(domain)] }
                return kind == absentIndex ? noValue : unnamed
            })
    }

    /// "source / medium / campaign", missing parts as `(none)`; no value if all are missing.
    func campaigns(in space: inout LabelSpace) -> RowLabels {
        let columns = [batch[.utmSource], batch[.utmMedium], batch[.utmCampaign]]
        guard columns.contains(where: { !$0.indices.isEmpty }) else { return RowLabels(only: space.noValue) }
        var known: [[UInt32]: UInt32] = [[absentIndex, absentIndex, absentIndex]: space.noValue]
        var latest = columns.map { _ in absentIndex }
        var number = space.noValue
        return RowLabels(
            rows.order.map { row in
                var isSame = true
                for (part, column) in columns.enumerated() {
                    let index = column.index(Int(row))
                    if index != latest[part] {
                        latest[part] = index
                        isSame = false
                    }
                }
                if isSame { return number }
                if let known = known[latest] {
                    number = known
                } else {
                    number = space.number(of: campaign(columns, latest))
                    known[latest] = number
                }
                return number
            })
    }

    private func campaign(_ columns: [TextColumn], _ parts: [UInt32]) -> String {
        zip(columns, parts).map { column, index in
            index == absentIndex ? Dimension.noValue : column.dictionary.text(Int(index))
        }.joined(separator: " / ")
    }

    /// At each page view that another one follows in its visit, the path of that one.
    func nextPaths(in space: inout LabelSpace) -> RowLabels {
        let paths = texts(batch[.path], in: &space)
        var numbers = [UInt32](repeating: space.noValue, count: rows.count)
        for (view, next) in zip(rows.visits.views, rows.visits.views.dropFirst())
        where rows.traits[Int(view)].contains(.step) {
            numbers[Int(view)] = paths[next]
        }
        return RowLabels(numbers)
    }
}
