import ArgumentParser
import Pipeline

/// The option by which a time that was given with `--now` is confirmed beforehand.
struct ConfirmationOption: ParsableArguments {
    @Flag(help: "Answer yes if it is asked whether --now is meant.")
    var yes = false

    /// Lets jobs ask on the terminal; without one the answer is no.
    func confirming(_ environment: JobEnvironment) -> JobEnvironment {
        var environment = environment
        environment.confirm = { [yes] question in
            if yes { return true }
            guard Process.isTerminal(0), Process.isTerminal(2) else { return false }
            Process.showOnTerminal("footfall: \(question) Type yes to go on: ")
            return readLine() == "yes"
        }
        return environment
    }
}
