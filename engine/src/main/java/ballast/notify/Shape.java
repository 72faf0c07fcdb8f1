package ballast.notify;

import ballast.alert.Notice;
import java.util.List;

/** What a service wants to read. */
interface Shape {
  /** The kind of service, as the configuration names it. */
  String kind();

  /** The JSON texts that tell of a notice, to be posted in order; none where it has no meaning. */
  List<String> bodies(Notice notice);
}
