package ballast.cli;

import ballast.journal.Journal;
import ballast.replay.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "verify",
    description = {
      "Check the hash chains, take every decision again, check the invariants.",
      "Prints each account's head hash: keep it, to know later that nothing before it was changed."
    })
final class VerifyCommand extends Subcommand {
  @Mixin JournalOptions journal = new JournalOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  VerifyCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    return session.journals().with(journal.place(this), this::verify);
  }

  private int verify(Journal open) {
    open.flush();
    Verification verification = Verification.of(open.reader(), strategies());
    if (json) {
      print(fields(verification).toString());
    } else {
      describe(verification);
    }
    return verification.ok() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private void describe(Verification verification) {
    print(
        "chain       "
            + verification.chain()
            + verification.brokenAt().map(where -> ": " + where).orElse(""));
    print(
        "replay      "
            + verification.decisions()
            + " decisions, "
            + verification.replayMismatches()
            + " mismatches");
    for (Verification.Invariant invariant : verification.invariants()) {
      print(
          invariant.id()
              + "          "
              + (invariant.ok() ? "ok" : "BROKEN")
              + ": "
              + invariant.detail());
    }
    verification.heads().forEach((account, head) -> print("head        " + account + " " + head));
    print(conclusion(verification));
  }

  private static String conclusion(Verification verification) {
    if (!verification.ok()) {
      return "the journal does not hold: do not move money until it is understood";
    }
    return verification.heads().isEmpty()
        ? "the journal is empty: nothing was proved"
        : "everything holds";
  }

  private static JsonLine fields(Verification verification) {
    return new JsonLine()
        .with("decisions", verification.decisions())
        .with("chain", verification.chain())
        .with("brokenAt", verification.brokenAt().orElse(""))
        .with("replayMismatches", verification.replayMismatches())
        .with(
            "invariants",
            verification.invariants().stream()
                .map(
                    invariant ->
                        new JsonLine()
                            .with("id", invariant.id())
                            .with("ok", invariant.ok())
                            .with("detail", invariant.detail())
                            .fields())
                .toList())
        .with("heads", verification.heads());
  }
}
