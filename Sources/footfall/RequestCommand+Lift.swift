import ArgumentParser
import Pipeline
import Store

extension RequestCommand {
    struct Lift: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End the restriction of a person who wants it no more.",
            discussion: """
                Lines of the person count again from now on; what was left out stays out. Asks first.

                  footfall request lift 1 --officer-key anna.key
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var request: Number
        @OptionGroup var key: OfficerKeyOption
        @OptionGroup var confirmation: ConfirmationOption

        func run() throws {
            let environment = confirmation.confirming(try global.environment())
            let requests = try JobError.translating { try Requests(environment: environment) }
            let record = try JobError.translating { try requests.lift(request.number, showing: key.file) }
            guard !global.quiet else { return }
            _ = try Process.write(
                global.json
                    ? RequestText.json(record)
                    : "request \(record.number): lifted; lines of the person count again from now on\n")
        }
    }
}
