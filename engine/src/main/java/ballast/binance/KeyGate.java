package ballast.binance;

import ballast.binance.ApiRestrictions.Flag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an API key must be able to do, and must not, before money may move by it. Whatever it may do
 * beyond Ballast's need, a thief may do with it as well. Pure and immutable.
 *
 * @param exceptions flags that an operator accepts however they are set, by the exchange's own
 *     names, each with the reason; reading and the restriction by IP are never excepted
 */
public record KeyGate(SortedMap<String, String> exceptions) {
  private static final Set<Flag> REQUIRED = EnumSet.of(Flag.READING, Flag.IP_RESTRICT);

  /** Undocumented which flag a transfer needs; this is the likely one, and it moves nothing out. */
  private static final Set<Flag> HARMLESS = EnumSet.of(Flag.PORTFOLIO_MARGIN_TRADING);

  private static final String MISSING = "is missing from the exchange's answer";
  private static final String TOO_MUCH =
      "is on; switch it off where the key was made, or give the reason under key-exceptions";

  /**
   * One thing that is wrong with a key.
   *
   * @param flag by the exchange's own name
   * @param detail what is wrong with it and what to do, to be read after the name
   */
  public record Finding(String flag, String detail) {
    @Override
    public String toString() {
      return flag + " " + detail;
    }
  }

  public KeyGate {
    exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(exceptions));
  }

  /** A gate without exceptions. */
  public static KeyGate strict() {
    return new KeyGate(new TreeMap<>());
  }

  /** Everything that forbids to move money by this key; empty when nothing does. */
  public List<Finding> findings(ApiRestrictions key) {
    List<Finding> findings = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (REQUIRED.contains(flag)) {
        require(key, flag, findings);
      } else if (!exceptions.containsKey(flag.field())) {
        refuse(key, flag, findings);
      }
    }
    key.unknown().stream()
        .filter(name -> !exceptions.containsKey(name))
        .map(name -> new Finding(name, "is on and unknown to this version; switch it off"))
        .forEach(findings::add);
    return List.copyOf(findings);
  }

  /** In what two readings of a key differ: another key, other flags; empty when in nothing. */
  public static List<Finding> changes(ApiRestrictions before, ApiRestrictions now) {
    List<Finding> changes = new ArrayList<>();
    if (before.createTimeMillis() != now.createTimeMillis()) {
      changes.add(new Finding("createTime", "has changed: this is another key"));
    }
    for (Flag flag : Flag.values()) {
      if (before.states(flag) != now.states(flag) || before.has(flag) != now.has(flag)) {
        changes.add(
            new Finding(flag.field(), "was " + state(before, flag) + ", is " + state(now, flag)));
      }
    }
    if (!before.unknown().equals(now.unknown())) {
      changes.add(
          new Finding("unknown flags", "were " + before.unknown() + ", are " + now.unknown()));
    }
    return List.copyOf(changes);
  }

  private static void require(ApiRestrictions key, Flag flag, List<Finding> findings) {
    if (!key.states(flag)) {
      findings.add(new Finding(flag.field(), MISSING));
    } else if (!key.has(flag)) {
      findings.add(new Finding(flag.field(), "is off; switch it on where the key was made"));
    }
  }

  private static void refuse(ApiRestrictions key, Flag flag, List<Finding> findings) {
    if (!key.states(flag)) {
      findings.add(new Finding(flag.field(), MISSING));
    } else if (key.has(flag) && !HARMLESS.contains(flag)) {
      findings.add(new Finding(flag.field(), TOO_MUCH));
    }
  }

  private static String state(ApiRestrictions key, Flag flag) {
    return key.states(flag) ? (key.has(flag) ? "on" : "off") : "missing";
  }
}
