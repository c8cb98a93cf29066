extension Officer {
    /// Reads a public half that somebody has handed over, as `footfall officer new` writes it.
    ///
    /// - Parameter name: what the officer is called here.
    /// - Returns: nil if the text is no public half, or the name cannot be an officer's.
    public init?(named name: String, publicKey text: String) {
        guard Officer.isName(name) else { return nil }
        self.init(name: name, text: text)
    }
}
