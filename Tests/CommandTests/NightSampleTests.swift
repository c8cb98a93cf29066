import Foundation
import Testing

@Suite("What samples/night installs is right for this program")
struct NightSampleTests {
    @Test("Every call of the program names a command and options that exist")
    func calls() throws {
        let workspace = try Workspace()
        let calls = try NightSample.names().flatMap { try NightSample($0).calls }
        #expect(Set(calls.compactMap(\.arguments.first)) == ["ingest", "aggregate", "status"])
        for call in calls {
            let command = try #require(call.arguments.first)
            let help = try workspace.run([command, "--help"])
            #expect(help.output.contains("USAGE: footfall \(command) "), "\(call)")
            for option in call.options { #expect(help.output.contains(option), "\(call)") }
        }
    }

    @Test("The crontab's night says nothing if nothing is wrong")
    func quietNight() throws {
        let workspace = try Workspace()
        let calls = try NightSample("crontab").calls.filter { $0.options.contains("--quiet") }
        #expect(calls.map(\.arguments.first) == ["ingest", "aggregate"])
        // The first run tells where it has made the store.
        _ = try workspace.run(["init"], now: SampleOutputs.now)
        for call in calls {
            let arguments = call.arguments.filter { !$0.hasPrefix("/") }
            let files = arguments.count < call.arguments.count ? ["\(Guide.root)/samples/access.log"] : []
            let run = try workspace.run(arguments + files, now: SampleOutputs.now)
            #expect(run.code == 0)
            #expect(run.output + run.errors == "", "\(call)")
        }
        #expect(try !workspace.partitions().isEmpty)
    }

    @Test(
        "Each service has a user of its own, no network, no capability, and writes to its own folders only",
        arguments: NightSample.services)
    func confinement(_ name: String) throws {
        let unit = try NightSample(name)
        for setting in [
            "User=footfall", "UMask=0027", "LimitCORE=0", "NoNewPrivileges=yes", "CapabilityBoundingSet=",
            "ProtectSystem=strict", "ProtectHome=yes", "ProtectKernelTunables=yes", "ProtectKernelModules=yes",
            "ProtectKernelLogs=yes", "PrivateNetwork=yes", "PrivateTmp=yes", "PrivateDevices=yes",
            "RestrictAddressFamilies=AF_UNIX", "SystemCallFilter=@system-service", "MemoryDenyWriteExecute=yes",
            "ReadWritePaths=/var/lib/footfall", "StateDirectory=footfall-keys", "StateDirectoryMode=0700",
            "Environment=FOOTFALL_STORE=/var/lib/footfall",
        ] {
            #expect(unit.lines.contains(setting), "\(setting)")
        }
    }

    @Test("What is followed takes up new settings at a reload; a failure that stays is not tried again")
    func following() throws {
        let unit = try NightSample("footfall-ingest.service")
        #expect(unit.values("ExecReload") == ["/bin/kill", "-HUP", "$MAINPID"])
        #expect(unit.values("RestartPreventExitStatus") == ["64", "66", "77", "78"])
        #expect(unit.calls.contains { $0.options.contains("--follow") })
        #expect(try !NightSample("footfall-aggregate.service").values("RestartPreventExitStatus").contains("75"))
    }

    @Test("Two days of files are kept, whether they have lines or not, and no copies")
    func rotation() throws {
        let file = try NightSample("logrotate")
        #expect(file.lines.contains("daily"))
        #expect(file.lines.contains("ifempty"))
        #expect(file.lines.contains("nomail"))
        #expect(file.values("rotate") == ["1"])
        #expect(!file.lines.contains { $0.hasPrefix("copy") || $0.hasPrefix("olddir") })
    }

    @Test("From nginx to the pipe, access lines touch no file")
    func clearFile() throws {
        let nginx = try NightSample("nginx.conf")
        let rsyslog = try NightSample("rsyslog.conf")
        let logs = nginx.lines.filter { $0.contains("_log ") }
        #expect(logs.count == 2)
        for log in logs { #expect(log.contains("_log syslog:server=unix:"), "\(log)") }
        #expect(nginx.words(behind: "server=unix:") == rsyslog.words(behind: "socket=\""))
        #expect(try rsyslog.words(behind: "pipe=\"") == Set(NightSample("footfall-pipe.socket").values("ListenFIFO")))
        #expect(rsyslog.words(behind: "file=\"") == ["/var/log/syslog"])
        #expect(!rsyslog.lines.contains { $0.contains("queue.filename") })
    }

    @Test("The guides name every file")
    func guides() throws {
        let guide = try String(contentsOfFile: Guide.root + "/samples/night/README.md", encoding: .utf8)
        for name in try NightSample.names() where name != "README.md" {
            #expect(guide.contains("`\(name)`"), "\(name)")
        }
        let samples = try String(contentsOfFile: Guide.root + "/samples/README.md", encoding: .utf8)
        #expect(samples.contains("`night/`"))
    }
}
