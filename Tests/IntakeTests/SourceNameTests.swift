import Intake
import Testing

@Suite("SourceName")
struct SourceNameTests {
    @Test(
        "What rotation adds to a name is not part of the source",
        arguments: [
            "access.log", "access.log.1", "access.log.12", "access.log.gz", "access.log.1.gz", "access.log-20260301",
            "access.log-20260301.gz", "access.log-2026030114", "access.log.2026-03-01", "access.log-2026-03-01.gz",
            "access.log_20260301", "access.log.20260301.2.gz", "access.log.old", "access-20260301.log",
            "access-20260301.log.gz",
            "access.2026-03-01.log", "access-20260301.log.1",
        ])
    func rotated(name: String) {
        #expect(SourceName.name(ofPath: "/var/log/nginx/" + name) == "/var/log/nginx/access.log")
        #expect(SourceName.name(ofPath: name) == "access.log")
    }

    @Test(
        "What is no rotation stays",
        arguments: [
            "", "/", "a/", ".1", ".gz", "/var/log/.1", "access.log.123456", "access-v2.log", "access.log-20261301",
            "10.0.0.1-access",
            "server-12345678.log", "/logs/2026-03-01/access.log", "20260301", "access.log.x1",
        ])
    func unrotated(path: String) {
        #expect(SourceName.name(ofPath: path) == path)
    }

    @Test(
        "Rotation is found behind a character that joins with the dot",
        arguments: ["access\u{600}", "\u{600}", "log/\u{301}access", "a\u{110BD}"])
    func joined(path: String) {
        let name = SourceName.name(ofPath: path)
        #expect(name == path)
        for suffix in [".1", ".gz", "-20260301", ".2026-03-01"] {
            #expect(SourceName.name(ofPath: path + suffix) == name)
        }
    }
}
