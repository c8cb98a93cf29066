import CMaxMindDB
import Glibc
import Intake

/// An MMDB file as libmaxminddb reads it.
@safe
final class ReferenceDatabase {
    // SAFETY: initialised in `init`, closed in `deinit`, and lent within calls only.
    private var database = unsafe MMDB_s()

    init?(_ path: String) {
        guard unsafe MMDB_open(path, UInt32(MMDB_MODE_MMAP), &database) == MMDB_SUCCESS else { return nil }
    }

    deinit {
        unsafe MMDB_close(&database)
    }

    /// The string at the end of `keys` in the record of `address`.
    func string(_ address: IPAddress, _ keys: String...) -> String? {
        var status: Int32 = 0
        var found = unsafe lookUp(address, &status)
        guard status == MMDB_SUCCESS, unsafe found.found_entry else { return nil }
        var data = unsafe MMDB_entry_data_s()
        // SAFETY: the copies live until they are freed behind the call; the path ends with NULL.
        let path = unsafe keys.map { unsafe UnsafePointer(strdup($0)) } + [nil]
        defer { unsafe path.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) } }
        guard unsafe MMDB_aget_value(&found.entry, &data, path) == MMDB_SUCCESS, unsafe data.has_data,
            unsafe data.type == MMDB_DATA_TYPE_UTF8_STRING
        else { return nil }
        // SAFETY: the string lies in the file, as long as it says.
        let bytes = unsafe UnsafeRawBufferPointer(start: data.utf8_string, count: Int(data.data_size))
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    private func lookUp(_ address: IPAddress, _ status: inout Int32) -> MMDB_lookup_result_s {
        // SAFETY: each socket address is read within its call, as the type that its family says.
        switch address {
        case .v4(let bits):
            var socket = sockaddr_in()
            socket.sin_family = sa_family_t(AF_INET)
            socket.sin_addr.s_addr = bits.bigEndian
            return unsafe withUnsafeBytes(of: socket) { bytes in
                unsafe MMDB_lookup_sockaddr(
                    &database, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &status)
            }
        case .v6(let high, let low):
            var socket = sockaddr_in6()
            socket.sin6_family = sa_family_t(AF_INET6)
            unsafe withUnsafeMutableBytes(of: &socket.sin6_addr) { bytes in
                unsafe bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
                unsafe bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            }
            return unsafe withUnsafeBytes(of: socket) { bytes in
                unsafe MMDB_lookup_sockaddr(
                    &database, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &status)
            }
        }
    }
}
