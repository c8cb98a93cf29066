extension Catalog {
    /// The epochs of an inventory; what is sealed, and keys that are of no epoch, are for the caller to add.
    public func epochInventory() throws -> ExpiryInventory {
        var inventory = ExpiryInventory()
        inventory.openEpochs = Set(try epochs([.open, .closing]))
        inventory.fineEpochs = Set(try closedEpochs(coarse: false))
        inventory.coarseEpochs = Set(try closedEpochs(coarse: true))
        return inventory
    }
}
