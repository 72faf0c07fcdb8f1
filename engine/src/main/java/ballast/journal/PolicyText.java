package ballast.journal;

import ballast.decide.Limits;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The canonical text of a policy and of its parameters. */
final class PolicyText {
  private PolicyText() {}

  /** By what the same policy is known again. */
  static Digest digest(Policy policy) {
    Limits limits = policy.limits();
    return Digest.of(
        "strategy="
            + policy.strategy()
            + "\ndryRun="
            + limits.dryRun()
            + "\nperTransfer="
            + limits.perTransfer()
            + "\nperDay="
            + limits.perDay()
            + "\nminTransfer="
            + limits.minTransfer()
            + "\nminGap="
            + limits.minGapMillis()
            + "\nmaxSnapshotAge="
            + limits.maxSnapshotAgeMillis()
            + (limits.fingerprint().isOff()
                ? ""
                : "\nfingerprint=" + limits.fingerprint().decimals())
            + limits.emergencyBelow().map(floor -> "\nemergencyBelow=" + floor).orElse("")
            + "\ncodeVersion="
            + policy.codeVersion()
            + "\n"
            + parameters(policy));
  }

  /** One {@code name=value} a line, by name. */
  static String parameters(Policy policy) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> parameter : policy.parameters().entrySet()) {
      text.append(parameter.getKey()).append('=').append(parameter.getValue()).append('\n');
    }
    return text.toString();
  }

  static SortedMap<String, String> parse(String text) {
    SortedMap<String, String> parameters = new TreeMap<>();
    text.lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              if (equals < 0) {
                throw new IllegalArgumentException("a parameter lacks its value: " + line);
              }
              parameters.put(line.substring(0, equals), line.substring(equals + 1));
            });
    return parameters;
  }

  /** Whether a memory of the one is one of the other. */
  static boolean rememberAlike(Policy one, Policy other) {
    return one.strategy().equals(other.strategy()) && one.parameters().equals(other.parameters());
  }
}
