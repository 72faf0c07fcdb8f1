package ballast.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = {
      "Print a script that completes commands and options in a shell.",
      "bash:  source <(ballast completion bash)",
      "zsh:   source <(ballast completion zsh)"
    })
final class CompletionCommand extends Subcommand {
  /** Shells that the script is for. */
  enum Shell {
    BASH,
    /** Reads bash's script by its own bashcompinit, which the script loads. */
    ZSH
  }

  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  @SuppressWarnings("NullAway.Init")
  Shell shell;

  CompletionCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()).stripTrailing());
    return ExitCode.DONE;
  }
}
