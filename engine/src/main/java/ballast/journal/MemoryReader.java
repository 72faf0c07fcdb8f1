package ballast.journal;

import ballast.alert.Delivery;
import ballast.venue.ApiCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads a {@link MemoryStore}. */
final class MemoryReader implements JournalReader {
  private final MemoryStore journal;

  MemoryReader(MemoryStore journal) {
    this.journal = journal;
  }

  @Override
  public List<String> accounts() {
    return journal.names();
  }

  @Override
  public Policy policy(long id) {
    return journal.policy(id);
  }

  @Override
  public void ticks(Span span, Consumer<RecordedTick> sink) {
    for (String account : journal.names()) {
      if (span.covers(account)) {
        for (Link link : journal.links(account)) {
          if (link instanceof Link.Tick tick && span.covers(tick.tick().atMillis())) {
            sink.accept(stored(tick.tick()));
          }
        }
      }
    }
  }

  @Override
  public Optional<RecordedTick> tick(String account, long sequence) {
    List<Link> links = journal.links(account);
    return sequence >= 1
            && sequence <= links.size()
            && links.get((int) sequence - 1) instanceof Link.Tick tick
        ? Optional.of(stored(tick.tick()))
        : Optional.empty();
  }

  @Override
  public long lastSequence(String account) {
    return journal.links(account).size();
  }

  private static RecordedTick stored(RecordedTick tick) {
    return tick instanceof RecordedTick.Decided decided ? decided.stored() : tick;
  }

  @Override
  public List<Intent> intents(Span span) {
    return journal.intents().stream()
        .filter(intent -> span.covers(intent.account()) && span.covers(intent.decidedAtMillis()))
        .toList();
  }

  @Override
  public List<IntentStep> steps(Span span) {
    Set<Long> wanted = intents(span).stream().map(Intent::id).collect(Collectors.toSet());
    List<IntentStep> steps = new ArrayList<>();
    for (String account : journal.names()) {
      for (Link link : journal.links(account)) {
        if (link instanceof Link.Transition step && wanted.contains(step.intent())) {
          steps.add(
              new IntentStep(account, step.intent(), step.state(), step.atMillis(), step.detail()));
        }
      }
    }
    steps.sort(Comparator.comparingLong(IntentStep::intent));
    return steps;
  }

  @Override
  public List<OperatorAct> acts(Span span) {
    List<OperatorAct> acts = new ArrayList<>();
    for (String account : journal.names()) {
      for (Link link : journal.links(account)) {
        if (link instanceof Link.Act act
            && span.covers(account)
            && span.covers(act.act().atMillis())) {
          acts.add(act.act());
        }
      }
    }
    acts.sort(Comparator.comparingLong(OperatorAct::atMillis));
    return acts;
  }

  @Override
  public List<ForeignMove> foreign(Span span) {
    return journal.names().stream()
        .filter(span::covers)
        .flatMap(account -> journal.links(account).stream())
        .filter(Link.Foreign.class::isInstance)
        .map(link -> ((Link.Foreign) link).move())
        .filter(move -> span.covers(move.atMillis()))
        .sorted(Comparator.comparingLong(ForeignMove::atMillis))
        .toList();
  }

  @Override
  public void calls(Span span, BiConsumer<String, ApiCall> sink) {
    for (AccountCall made : journal.calls()) {
      if (span.covers(made.account()) && span.covers(made.call().atMillis())) {
        sink.accept(made.account(), made.call());
      }
    }
  }

  @Override
  public List<Delivery> deliveries(Span span) {
    return journal.deliveries().stream()
        .filter(
            delivery ->
                span.covers(delivery.notice().account()) && span.covers(delivery.atMillis()))
        .toList();
  }

  @Override
  public List<ChainHead> heads() {
    List<ChainHead> heads = new ArrayList<>();
    for (String account : journal.names()) {
      ChainWalk walk = new ChainWalk(account);
      walk.walk(hashed(journal.links(account)));
      heads.add(new ChainHead(account, walk.links(), walk.head().hex()));
    }
    return heads;
  }

  @Override
  public ChainCheck check() {
    long links = 0;
    List<String> breaks = new ArrayList<>();
    Map<String, String> heads = new TreeMap<>();
    for (String account : journal.names()) {
      List<Link> chain = journal.links(account);
      ChainWalk walk = new ChainWalk(account);
      walk.walk(hashed(chain))
          .or(() -> walk.endsAt(chain.size(), walk.head(), journal.open(account)))
          .ifPresent(breaks::add);
      links += walk.links();
      heads.put(account, walk.head().hex());
    }
    return new ChainCheck(links, breaks, heads);
  }

  private static Iterator<StoredLink> hashed(List<Link> links) {
    Digest[] head = {Digest.NOTHING};
    return links.stream()
        .map(
            link -> {
              head[0] = head[0].followedBy(link.canonical());
              return StoredLink.of(link, head[0]);
            })
        .iterator();
  }
}
