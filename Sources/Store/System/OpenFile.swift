/// A file that is open; its one owner, which closes it when it goes.
///
/// A number of a descriptor that is closed twice may by the second time be another thread's file, so nothing else
/// closes one: whoever keeps a file open has a value of this type, and an init that fails loses it with its other
/// properties.
struct OpenFile: ~Copyable {
    /// Where it was opened, for messages.
    let path: String
    /// The system's number of it.
    let descriptor: Int32

    init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        FileSystem.close(descriptor)
    }
}
