import ArgumentParser
import Pipeline

/// The option by which what only a person can order, or a time given with `--now`, is confirmed beforehand.
struct ConfirmationOption: ParsableArguments {
    @Flag(help: "Answer yes if it is asked whether this is meant.")
    var yes = false

    /// Lets jobs ask on the terminal; without one the answer is no.
    func confirming(_ environment: JobEnvironment) -> JobEnvironment {
        ConfirmationOption.confirming(environment, unless: yes)
    }

    /// Lets jobs ask on the terminal, unless the answer was given beforehand.
    static func confirming(_ environment: JobEnvironment, unless yes: Bool) -> JobEnvironment {
        var environment = environment
        environment.confirm = { question in
            if yes { return true }
            guard Process.isTerminal(0), Process.isTerminal(2) else { return false }
            Process.showOnTerminal("footfall: \(question) Type yes to go on: ")
            return readLine() == "yes"
        }
        return environment
    }
}
