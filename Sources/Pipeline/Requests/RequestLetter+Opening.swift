import Events

extension RequestLetter {
    /// Finds out whether a letter that comes in now says all that it has to; one that is on record is read as it is.
    ///
    /// An order without the day that it bears is not dated for the authority: its answer would name a day that no paper has.
    func checkOpening(isRepresented: Bool, on today: Day) throws(RequestLetterError) {
        guard isRepresented || representative == nil else { throw .unsaidRepresentative }
        guard let order else { return }
        guard let date = order.date else { throw .noDate }
        guard date <= today else { throw .dateToCome }
    }
}
