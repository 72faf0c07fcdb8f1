package ballast.journal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sits between the journal and H2 and, once it is told to watch, writes down each statement that is
 * run and how many rows H2 read for it.
 */
final class StatementWatch {
  private static final Pattern ROWS = Pattern.compile("scanCount: (\\d+)");

  private final List<Ran> ran = new ArrayList<>();
  private boolean watching;

  /**
   * A statement that was run.
   *
   * @param rows that were read for a query, its subqueries' once; 0 of what is no query
   */
  record Ran(String text, long rows) {
    boolean isQuery() {
      return text.startsWith("SELECT");
    }
  }

  void watch() {
    watching = true;
  }

  /** What was run since it watches or was asked last. */
  List<Ran> ran() {
    List<Ran> copy = List.copyOf(ran);
    ran.clear();
    return copy;
  }

  /** The place, with every connection to it watched. */
  Place over(Place place) {
    return proxy(
        Place.class,
        (proxy, method, arguments) ->
            method.getName().equals("connect")
                ? watched(place.connect())
                : called(place, method, arguments));
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) ->
            method.getName().equals("prepareStatement")
                ? watched(
                    connection,
                    (PreparedStatement) called(connection, method, arguments),
                    (String) arguments[0])
                : called(connection, method, arguments));
  }

  private PreparedStatement watched(
      Connection connection, PreparedStatement statement, String text) {
    SortedMap<Integer, Object> values = new TreeMap<>();
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length == 2) {
            values.put((Integer) arguments[0], arguments[1]);
          } else if (watching && method.getName().startsWith("execute")) {
            ran.add(new Ran(text, text.startsWith("SELECT") ? rows(connection, text, values) : 0));
          }
          return called(statement, method, arguments);
        });
  }

  private static long rows(Connection connection, String text, SortedMap<Integer, Object> values)
      throws SQLException {
    try (PreparedStatement twin = connection.prepareStatement("EXPLAIN ANALYZE " + text)) {
      for (Integer at : values.keySet()) {
        twin.setObject(at, values.get(at));
      }
      try (ResultSet plan = twin.executeQuery()) {
        plan.next();
        Matcher matcher = ROWS.matcher(plan.getString(1));
        return matcher
            .results()
            .map(MatchResult::group)
            .distinct()
            .mapToLong(StatementWatch::count)
            .sum();
      }
    }
  }

  private static long count(String text) {
    return Long.parseLong(text.substring(text.indexOf(' ') + 1));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementWatch.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object called(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The statements by their first words, for a message. */
  static String texts(List<Ran> ran) {
    return ran.stream()
        .map(one -> one.rows() + " rows: " + one.text())
        .collect(Collectors.joining("\n"));
  }
}
