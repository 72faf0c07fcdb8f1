package ballast.decide;

import ballast.strategy.Collateral;
import ballast.strategy.Direction;
import ballast.strategy.Memory;
import ballast.strategy.Situation;
import ballast.strategy.Usdt;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything known, proposed and ruled at one tick, in one record. {@link #canonical} is the form
 * that replay compares and the hash chain covers.
 *
 * @param facts what it rests on
 * @param kind what came of it
 * @param direction the needed direction; empty for a hold at first sight
 * @param proposed what the strategy wanted to move; zero when it proposed nothing
 * @param amount what is to be moved; zero unless {@link Kind#MOVE}
 * @param rule the rule that refused or cut the move, if one did
 * @param reason why, in one line
 * @param memory what the strategy carries to the next tick
 */
public record Decision(
    Facts facts,
    Kind kind,
    Optional<Direction> direction,
    Usdt proposed,
    Usdt amount,
    Optional<Rule> rule,
    String reason,
    Memory memory) {

  /** What comes of a decision. */
  public enum Kind {
    /** The strategy wants nothing moved. */
    HOLD,
    /** The strategy wants a move and the guard forbids it. */
    REFUSED,
    /** The amount is to be moved. */
    MOVE
  }

  /**
   * The whole decision, facts included, as lines {@code name=value} in a fixed order with exact
   * decimals: equal decisions have equal text on every machine and Java version, others another.
   */
  public String canonical() {
    Situation.Recorded situation = facts.situation();
    Standing standing = facts.standing();
    StringBuilder text = new StringBuilder(400);
    line(text, "now", situation.nowMillis());
    line(text, "equity", new Usdt(situation.equityE8()));
    line(text, "maintenanceMargin", new Usdt(situation.maintenanceMarginE8()));
    line(text, "ldusdtInFutures", new Usdt(situation.ldusdtInFuturesE8()));
    line(
        text,
        "lastMove",
        situation.lastMoveMillis() == Situation.NEVER ? "never" : situation.lastMoveMillis());
    if (situation.fundingE8() != Situation.UNKNOWN) {
      line(text, "funding", new Usdt(situation.fundingE8()));
    }
    if (situation.fundingMillis() != Situation.NEVER) {
      line(text, "fundingAt", situation.fundingMillis());
    }
    line(text, "memory", situation.memory().text());
    line(text, "status", standing.status());
    line(text, "snapshotAge", standing.snapshotAgeMillis());
    line(text, "movedToday", standing.movedToday());
    line(
        text,
        "paused",
        standing.paused().stream().map(Direction::name).collect(Collectors.joining(",")));
    line(text, "openIntent", standing.openIntent());
    if (standing.countsIntents()) {
      line(text, "intentsBefore", standing.intentsBefore());
    }
    facts
        .transferable()
        .ifPresent(
            transferable -> {
              line(text, "transferable", transferable.direction() + " " + transferable.amount());
              line(text, "indexPrice", transferable.collateral().indexPrice());
              for (Collateral.Tier tier : transferable.collateral().tiers()) {
                line(text, "tier", tier.floor() + " " + tier.cap() + " " + tier.rate());
              }
            });
    line(text, "kind", kind);
    line(text, "direction", direction.map(Direction::name).orElse(""));
    line(text, "proposed", proposed);
    line(text, "amount", amount);
    line(text, "rule", rule.map(Rule::label).orElse(""));
    line(text, "reason", reason);
    line(text, "remembered", memory.text());
    return text.toString();
  }

  /** A strategy's own words may hold a line break; written as such it would forge a line. */
  private static void line(StringBuilder text, String name, Object value) {
    String oneLine =
        value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    text.append(name).append('=').append(oneLine).append('\n');
  }
}
