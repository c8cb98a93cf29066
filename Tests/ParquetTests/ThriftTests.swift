import Testing

@testable import Parquet

struct ThriftTests {
    @Test("A struct is written as the compact protocol says")
    func writing() {
        var writer = ThriftWriter()
        writer.beginElement()
        writer.write(Int32(1), field: 1)
        writer.write(true, field: 2)
        writer.write(Int64(-3), field: 20)
        writer.write("ab", field: 21)
        writer.beginList(field: 22, count: 2, of: .int32)
        writer.writeElement(Int32(150))
        writer.writeElement(Int32(-1))
        writer.beginStruct(field: 23)
        writer.write(Int8(64), field: 1)
        writer.endStruct()
        writer.endStruct()
        // Field headers hold the step from the field before, or the zigzag number where the step is more than 15.
        let expected: [UInt8] = [
            0x15, 0x02, 0x11, 0x06, 0x28, 0x05, 0x18, 0x02, 0x61, 0x62, 0x19, 0x25, 0xAC, 0x02, 0x01, 0x1C, 0x13, 0x40,
            0x00, 0x00,
        ]
        #expect(writer.bytes == expected)
    }

    @Test("Lists of fifteen and more have their count behind the header")
    func longLists() throws {
        for count in [14, 15, 200] {
            var writer = ThriftWriter()
            writer.writeListHeader(count: count, of: .int32)
            for element in 0..<count { writer.writeElement(Int32(element)) }
            var reader = reader(writer.bytes)
            #expect(try reader.readListHeader(of: .int32) == count)
            for element in 0..<count { #expect(try reader.readInt32Element() == Int32(element)) }
        }
    }

    @Test("Fields that are not known are skipped, whatever their type")
    func skipping() throws {
        let bytes: [UInt8] = [
            0x1B, 0x02, 0x85, 0x01, 0x61, 0x02, 0x01, 0x62, 0x04,  // map of strings to integers
            0x19, 0x21, 0x01, 0x02,  // list of booleans, a byte each
            0x17, 0, 0, 0, 0, 0, 0, 0, 0,  // double
            0x1C, 0x11, 0x1C, 0x00, 0x00,  // structs in each other
            0x15, 0x0A, 0x00,
        ]
        var reader = reader(bytes)
        var last: Int16 = 0
        var found: [Int16] = []
        while let field = try reader.nextField(after: &last) {
            found.append(field.id)
            if field.id == 5 { #expect(try reader.readInt32(field) == 5) } else { try reader.skip(field) }
        }
        #expect(found == [1, 2, 3, 4, 5])
    }

    @Test(
        "A length or count beyond the bytes that are left is refused",
        arguments: [
            [0x18, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0x19, 0xF5, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0],
            [0x1B, 0xFF, 0xFF, 0xFF, 0x07, 0x55], [0x15, 0x80], [0x15], [0x1E], [0x05, 0x80, 0x80, 0x80, 0x01],
            [UInt8](repeating: 0x1C, count: 5000),
            [UInt8](repeating: 0x1C, count: 99) + [UInt8](repeating: 0, count: 100),
            [UInt8](repeating: 0x19, count: 5000),
        ] as [[UInt8]])
    func refusal(bytes: [UInt8]) {
        #expect(throws: ParquetError.self) {
            var reader = reader(bytes)
            var last: Int16 = 0
            while let field = try reader.nextField(after: &last) { try reader.skip(field) }
        }
    }

    private func reader(_ bytes: [UInt8]) -> ThriftReader {
        ThriftReader(bytes, range: 0..<bytes.count, base: 0, part: .footer)
    }
}
