package ballast.binance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an API key may do, {@code GET /sapi/v1/account/apiRestrictions}.
 *
 * @param createTimeMillis when the key was made; another time is another key
 * @param granted every documented flag of the answer and whether it is set; a flag that the answer
 *     lacks is not in it
 * @param unknown flags named {@code enable…} or {@code permits…} that stand in no document and are
 *     not false
 */
public record ApiRestrictions(
    long createTimeMillis, Map<Flag, Boolean> granted, SortedSet<String> unknown) {
  /** The documented flags, by the exchange's own names. */
  public enum Flag {
    IP_RESTRICT("ipRestrict"),
    READING("enableReading"),
    WITHDRAWALS("enableWithdrawals"),
    INTERNAL_TRANSFER("enableInternalTransfer"),
    MARGIN("enableMargin"),
    FUTURES("enableFutures"),
    UNIVERSAL_TRANSFER("permitsUniversalTransfer"),
    VANILLA_OPTIONS("enableVanillaOptions"),
    FIX_API_TRADE("enableFixApiTrade"),
    FIX_READ_ONLY("enableFixReadOnly"),
    SPOT_AND_MARGIN_TRADING("enableSpotAndMarginTrading"),
    PORTFOLIO_MARGIN_TRADING("enablePortfolioMarginTrading");

    private final String field;

    Flag(String field) {
      this.field = field;
    }

    /** As the exchange and its web page name it. */
    public String field() {
      return field;
    }

    private static Optional<Flag> named(String field) {
      return Arrays.stream(values()).filter(flag -> flag.field.equals(field)).findFirst();
    }
  }

  public ApiRestrictions {
    Map<Flag, Boolean> copy = new EnumMap<>(Flag.class);
    copy.putAll(granted);
    granted = Collections.unmodifiableMap(copy);
    unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
  }

  /** Whether the key has this flag. */
  public boolean has(Flag flag) {
    return Boolean.TRUE.equals(granted.get(flag));
  }

  /** Whether the answer had this flag at all; one that is missing is not taken for false. */
  boolean states(Flag flag) {
    return granted.containsKey(flag);
  }

  /** A flag that is neither true nor false makes the answer malformed. */
  static ApiRestrictions read(Json root) throws MalformedAnswer {
    Fields fields = Fields.of(root, "apiRestrictions");
    Map<Flag, Boolean> granted = new EnumMap<>(Flag.class);
    for (Flag flag : Flag.values()) {
      if (fields.has(flag.field)) {
        granted.put(flag, fields.flag(flag.field));
      }
    }
    SortedSet<String> unknown = new TreeSet<>();
    for (String name : fields.names()) {
      boolean permission = name.startsWith("enable") || name.startsWith("permits");
      if (permission && Flag.named(name).isEmpty() && fields.isNotFalse(name)) {
        unknown.add(ExchangeError.oneLine(name));
      }
    }
    return new ApiRestrictions(fields.time("createTime"), granted, unknown);
  }
}
