package ballast.journal;

import ballast.decide.Decision;
import ballast.strategy.AccountSnapshot;
import ballast.strategy.Direction;
import ballast.strategy.Usdt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Leads a journal through a seeded, legal life: ticks, moves, every outcome, operators. */
public final class RandomLife {
  private final Random random;
  private final Journal journal;
  private final List<String> accounts;
  private final List<Books> seen = new ArrayList<>();
  private Policy policy = Ticks.POLICY;
  private long policyId;
  private long now = Ticks.START;

  public RandomLife(long seed, Journal journal, int accounts) {
    this.random = new Random(seed);
    this.journal = journal;
    this.accounts = List.of("main", "second", "third").subList(0, accounts);
    adopt();
  }

  /** The books that were read on the way, to compare. */
  public List<Books> live(int ticks) {
    for (int i = 0; i < ticks; i++) {
      now += 30_000 + random.nextInt(600_000);
      tick(accounts.get(random.nextInt(accounts.size())));
    }
    return seen;
  }

  private void adopt() {
    for (String account : accounts) {
      policyId = journal.adopt(account, policy, now);
    }
  }

  private void tick(String account) {
    journal.call(account, Ticks.call(now));
    int chance = random.nextInt(40);
    if (chance == 0) {
      policy = Ticks.policy(random.nextBoolean() ? "3.2x" : "4x");
      adopt();
    } else if (chance == 1) {
      journal.skip(account, policyId, now, "no answer from GET /papi/v1/account");
    } else if (chance == 2) {
      journal.act(operator(account, OperatorAct.Kind.PAUSE));
    } else if (chance < 6) {
      journal.act(operator(account, OperatorAct.Kind.RESUME));
    }
    Books books = books(account);
    if (books.open().isPresent()) {
      settle(account, books.open().get());
      books = books(account);
    }
    if (chance > 33 && books.open().isEmpty()) {
      Usdt before = books.inFutures().orElse(Usdt.of(80_000));
      journal.foreign(
          new ForeignMove(account, now, before, before.plus(new Usdt(1 + random.nextInt(99)))));
      books = books(account);
    }
    decide(account, books);
  }

  private Books books(String account) {
    Books books = journal.books(account, now);
    seen.add(books);
    return books;
  }

  private OperatorAct operator(String account, OperatorAct.Kind kind) {
    Optional<Direction> direction =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                random.nextBoolean() ? Direction.EARN_TO_FUTURE : Direction.FUTURE_TO_EARN);
    return new OperatorAct(account, now, kind, direction, 0, "as agreed");
  }

  private void settle(String account, Intent open) {
    if (open.state() == IntentState.HELD) {
      OperatorAct.Kind kind =
          random.nextBoolean()
              ? OperatorAct.Kind.RESOLVE_APPLIED
              : OperatorAct.Kind.RESOLVE_NOT_APPLIED;
      journal.act(new OperatorAct(account, now, kind, Optional.empty(), open.id(), "seen on page"));
    } else if (random.nextInt(3) > 0) {
      step(open);
    }
  }

  private Intent step(Intent intent) {
    List<IntentState> next = intent.state().next().stream().sorted().toList();
    IntentState state = next.get(random.nextInt(next.size()));
    return journal.advance(intent, state, now + 1, "because " + state);
  }

  private void decide(String account, Books books) {
    String uniMmr = (1 + random.nextInt(3)) + "." + random.nextInt(100);
    AccountSnapshot snapshot = Ticks.account(now, uniMmr);
    Decision decision = Ticks.decide(policy, snapshot, books);
    if (decision.kind() != Decision.Kind.MOVE) {
      journal.record(account, policyId, snapshot, decision);
      return;
    }
    Intent intent = journal.intend(account, policyId, snapshot, decision, Ticks.holdings(now));
    while (!intent.state().isTerminal()
        && intent.state() != IntentState.HELD
        && random.nextInt(4) > 0) {
      intent = step(intent);
    }
  }
}
