import Foundation
import Gzip
import TestSupport
import Testing

@testable import Intake

@Suite("ByteStream")
struct ByteStreamTests {
    static let text = Array((0..<20_000).map { "line \($0 % 977) of a log\n" }.joined().utf8)

    @Test("A file is read whole, whatever the buffer", arguments: [1 << 10, 70_000, 1 << 20])
    func plain(room: Int) throws {
        let file = try TemporaryFile(ByteStreamTests.text)
        var stream = try ByteStream(path: file.path)
        let (isRegularFile, size) = (stream.isRegularFile, stream.byteSize)
        #expect(isRegularFile && size == Int64(ByteStreamTests.text.count))
        let (bytes, error) = ByteStreamTests.readAll(&stream, room: room)
        #expect(bytes == ByteStreamTests.text)
        #expect(error == nil)
        let (isCompressed, consumed) = (stream.isCompressed, stream.consumedBytes)
        #expect(isCompressed == false && consumed == Int64(ByteStreamTests.text.count))
    }

    @Test("gzip data is inflated whatever its name, with all its members", arguments: [1, 3], [1 << 10, 1 << 20])
    func compressed(members: Int, room: Int) throws {
        let data = (0..<members).flatMap { _ in ByteStreamTests.compress(ByteStreamTests.text) }
        let file = try TemporaryFile(data)
        var stream = try ByteStream(path: file.path)
        let (bytes, error) = ByteStreamTests.readAll(&stream, room: room)
        #expect(bytes == (0..<members).flatMap { _ in ByteStreamTests.text })
        #expect(error == nil)
        let (isCompressed, consumed) = (stream.isCompressed, stream.consumedBytes)
        #expect(isCompressed == true && consumed == Int64(data.count))
    }

    @Test("Truncated gzip data gives what is whole, then the position", arguments: [1, 5, 10, 100, 2000])
    func truncated(missing: Int) throws {
        let data = ByteStreamTests.compress(ByteStreamTests.text).dropLast(missing)
        let file = try TemporaryFile(Array(data))
        var stream = try ByteStream(path: file.path)
        let (bytes, error) = ByteStreamTests.readAll(&stream)
        #expect(bytes == Array(ByteStreamTests.text.prefix(bytes.count)))
        #expect(missing > 8 || bytes == ByteStreamTests.text)
        let decompressed = Int64(bytes.count)
        #expect(error == .truncated(path: file.path, position: Int64(data.count), decompressed: decompressed))
    }

    @Test("Damaged gzip data gives what is whole, then the damage, and again")
    func damaged() throws {
        let whole = ByteStreamTests.compress(ByteStreamTests.text)
        let file = try TemporaryFile(whole + Array("garbage".utf8))
        var stream = try ByteStream(path: file.path)
        let (bytes, error) = ByteStreamTests.readAll(&stream)
        #expect(bytes == ByteStreamTests.text)
        let expected = IntakeError.damaged(
            path: file.path, decompressed: Int64(bytes.count), cause: .notGzip(offset: Int64(whole.count)))
        #expect(error == expected)
        let again = ByteStreamTests.readAll(&stream).error
        #expect(again == expected)
    }

    @Test(
        "What begins like gzip and is not is plain text",
        arguments: [[], [0x1F], [0x1F, 0x20], [0x8B, 0x1F]] as [[UInt8]])
    func nearlyCompressed(bytes: [UInt8]) throws {
        let file = try TemporaryFile(bytes)
        var stream = try ByteStream(path: file.path)
        let read = ByteStreamTests.readAll(&stream)
        #expect(read.bytes == bytes && read.error == nil)
    }

    @Test("A missing file, a folder and a file without permission are told apart")
    func failures() throws {
        let missing = "/nonexistent/file.log"
        #expect(throws: IntakeError.notFound(path: missing)) { _ = try ByteStream(path: missing).path }
        #expect(throws: IntakeError.isDirectory(path: "/")) { _ = try ByteStream(path: "/").path }
        let file = try TemporaryFile([65])
        #expect(throws: IntakeError.unreadable(path: file.path + "/x", code: ENOTDIR)) {
            _ = try ByteStream(path: file.path + "/x").path
        }
    }

    @Test("A pipe delivers what has arrived and does not wait for more")
    func pipe() throws {
        let pipe = Pipe()
        var stream = try ByteStream(descriptor: pipe.fileHandleForReading.fileDescriptor, path: "pipe")
        var buffer = [UInt8](repeating: 0, count: 100)
        let (isRegularFile, size, isCompressed) = (stream.isRegularFile, stream.byteSize, stream.isCompressed)
        #expect(!isRegularFile && size == nil && isCompressed == nil)
        try ByteStreamTests.expect(stream.read(into: &buffer, at: 0, timeoutMilliseconds: 0), .timedOut)
        try pipe.fileHandleForWriting.write(contentsOf: Data([65]))
        try ByteStreamTests.expect(stream.read(into: &buffer, at: 7), .bytes(1))
        #expect(buffer[7] == 65)
        try ByteStreamTests.expect(stream.read(into: &buffer, at: 0, timeoutMilliseconds: 0), .timedOut)
        try pipe.fileHandleForWriting.write(contentsOf: Data([66, 67]))
        try ByteStreamTests.expect(stream.read(into: &buffer, at: 0, timeoutMilliseconds: 1000), .bytes(2))
        try pipe.fileHandleForWriting.close()
        try ByteStreamTests.expect(stream.read(into: &buffer, at: 0), .end)
    }

    @Test("gzip data is recognised on a pipe that brings it byte by byte")
    func compressedPipe() throws {
        let pipe = Pipe()
        var stream = try ByteStream(descriptor: pipe.fileHandleForReading.fileDescriptor, path: "pipe")
        var buffer = [UInt8](repeating: 0, count: 100)
        var bytes: [UInt8] = []
        for byte in ByteStreamTests.compress(Array("hello\n".utf8)) {
            try pipe.fileHandleForWriting.write(contentsOf: Data([byte]))
            if case .bytes(let count) = try stream.read(into: &buffer, at: 0, timeoutMilliseconds: 0) {
                bytes += buffer[..<count]
            }
        }
        try pipe.fileHandleForWriting.close()
        try ByteStreamTests.expect(stream.read(into: &buffer, at: 0), .end)
        #expect(bytes == Array("hello\n".utf8))
    }

    @Test("A file that grows is read on")
    func growing() throws {
        let file = try TemporaryFile(Array("one\n".utf8))
        var stream = try ByteStream(path: file.path)
        let first = ByteStreamTests.readAll(&stream).bytes
        #expect(first == Array("one\n".utf8))
        try file.append(Array("two\n".utf8))
        let second = ByteStreamTests.readAll(&stream).bytes
        #expect(second == Array("two\n".utf8))
    }

    private static func expect(
        _ result: ByteStream.ReadResult, _ expected: ByteStream.ReadResult,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(result == expected, sourceLocation: location)
    }

    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var deflater = GzipDeflater()
        var output: [UInt8] = []
        deflater.deflate(bytes.span, appendingTo: &output)
        return output
    }

    static func readAll(_ stream: inout ByteStream, room: Int = 5000) -> (bytes: [UInt8], error: IntakeError?) {
        var buffer = [UInt8](repeating: 0, count: room + 3)
        var bytes: [UInt8] = []
        while true {
            do throws(IntakeError) {
                guard case .bytes(let count) = try stream.read(into: &buffer, at: 3) else { return (bytes, nil) }
                bytes += buffer[3..<3 + count]
            } catch {
                return (bytes, error)
            }
        }
    }
}
