package ballast.web;

import ballast.dashboard.Operator;
import ballast.journal.JournalException;
import ballast.strategy.Direction;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an operator asks for on the page, and has it done. */
final class Acts {
  private static final Logger log = LoggerFactory.getLogger(Acts.class);
  private static final int MOST_REASON = 500;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Operator operator;

  Acts(Operator operator) {
    this.operator = operator;
  }

  /** Pauses a direction. */
  void pause(Context context) {
    JsonNode asked = json(context);
    String account = text(asked, "account");
    Direction direction = direction(asked);
    String reason = reason(asked);
    done(() -> operator.pause(account, Optional.of(direction), reason));
    log.info("{}: {} was paused on the dashboard", account, direction);
  }

  /** Resumes a direction, when the phrase was typed. */
  void resume(Context context) {
    JsonNode asked = json(context);
    String account = text(asked, "account");
    Direction direction = direction(asked);
    requirePhrase(asked, "resume " + account);
    String reason = reason(asked);
    done(() -> operator.resume(account, Optional.of(direction), reason));
    log.info("{}: {} was resumed on the dashboard", account, direction);
  }

  /** Resolves a held transfer, when the phrase was typed. */
  void resolve(Context context) {
    JsonNode asked = json(context);
    String number = text(asked, "intent");
    String result = text(asked, "result");
    if (!number.matches("[1-9][0-9]{0,17}") || !result.matches("applied|not-applied")) {
      throw Gate.refused(400, "which transfer, and was it applied or not-applied?");
    }
    requirePhrase(asked, "transfer " + number + " " + result);
    String reason = reason(asked);
    done(() -> operator.resolve(Long.parseLong(number), result.equals("applied"), reason));
    log.info("intent {} was resolved as {} on the dashboard", number, result);
  }

  private static void done(Supplier<Optional<String>> act) {
    Optional<String> refusal;
    try {
      refusal = act.get();
    } catch (IllegalStateException e) {
      refusal = Optional.of(String.valueOf(e.getMessage()));
    } catch (JournalException e) {
      throw Gate.refused(503, "the journal did not take it: " + e.getMessage());
    }
    refusal.ifPresent(
        why -> {
          throw Gate.refused(409, why);
        });
  }

  private static void requirePhrase(JsonNode asked, String phrase) {
    if (!text(asked, "phrase").strip().equals(phrase)) {
      throw Gate.refused(422, "type \"" + phrase + "\" to confirm");
    }
  }

  private static Direction direction(JsonNode asked) {
    String name = text(asked, "direction");
    for (Direction direction : Direction.values()) {
      if (direction.name().equals(name)) {
        return direction;
      }
    }
    throw Gate.refused(400, "which direction?");
  }

  private static String reason(JsonNode asked) {
    String reason = text(asked, "reason").strip();
    if (reason.length() > MOST_REASON || CONTROL.matcher(reason).find()) {
      throw Gate.refused(400, "a reason is one line of at most " + MOST_REASON + " characters");
    }
    return reason;
  }

  /** A body of the page: one JSON object. */
  static JsonNode json(Context context) {
    try {
      return JsonMapper.shared().readTree(context.body());
    } catch (JacksonException e) {
      throw Gate.refused(400, "what was sent is no JSON object");
    }
  }

  /** A text of it; empty where it is absent. */
  static String text(JsonNode asked, String name) {
    JsonNode value = asked.get(name);
    return value == null || !value.isString() ? "" : value.asString();
  }
}
