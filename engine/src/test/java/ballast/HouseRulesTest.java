package ballast;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ballast.venue.Venue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** Which way things point in Ballast, and what nobody does. Each rule names its reason. */
@AnalyzeClasses(packages = "ballast", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final Set<String> INEXACT =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float", "java.util.OptionalDouble");

  @ArchTest
  static final ArchRule STRATEGIES_KNOW_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage("ballast.strategy..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("ballast.strategy..", "java..", "org.jspecify.annotations..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "java.io..", "java.net..", "java.nio..", "java.sql..")))
                  .and(not(named("java.time.Clock", "java.time.InstantSource"))))
          .because("a strategy can do no I/O and knows no clock")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule DECISIONS_AND_MARGIN_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage("ballast.decide..", "ballast.margin..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("ballast..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "ballast.strategy..", "ballast.decide..", "ballast.margin..")))
                  .or(
                      resideInAnyPackage(
                          "org.slf4j..",
                          "ch.qos.logback..",
                          "java.util.logging..",
                          "tools.jackson..",
                          "com.fasterxml.jackson..",
                          "java.io..",
                          "java.net..",
                          "java.nio..",
                          "java.sql.."))
                  .or(named("java.time.Clock", "java.time.InstantSource")))
          .because("replay calls them with stored data and must get the same answer")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ALERTS_ARE_JUDGED_FROM_WHAT_IS_HANDED_IN =
      classes()
          .that()
          .resideInAPackage("ballast.alert..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "ballast.alert..", "ballast.strategy..", "java..", "org.jspecify..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "java.io..", "java.net..", "java.nio..", "java.sql..")))
                  .and(not(named("java.time.Clock", "java.time.InstantSource"))))
          .because("the same observation must lead to the same notices")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule HTTP_OUT_HAS_NAMED_OWNERS =
      onlyIn("okhttp3", resideInAnyPackage("okhttp3..", "okio.."), "binance", "notify");

  @ArchTest
  static final ArchRule SQL_HAS_ONE_OWNER =
      onlyIn(
          "SQL",
          resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..", "org.postgresql.."),
          "journal");

  @ArchTest
  static final ArchRule A_TICK_RUNS_WITHOUT_A_SCHEDULER =
      onlyIn("Quartz", resideInAPackage("org.quartz.."), "tick");

  @ArchTest
  static final ArchRule METERS_HAVE_ONE_OWNER =
      onlyIn("Micrometer", resideInAnyPackage("io.micrometer..", "io.prometheus.."), "metrics");

  @ArchTest
  static final ArchRule HTTP_IN_HAS_NAMED_OWNERS =
      onlyIn("Javalin", resideInAnyPackage("io.javalin..", "org.eclipse.jetty.."), "web", "paper");

  @ArchTest
  static final ArchRule ONLY_A_TICK_MOVES_MONEY =
      noClasses()
          .that()
          .resideOutsideOfPackage("ballast.tick..")
          .should()
          .accessTargetWhere(
              target(
                  "Venue.transfer",
                  it ->
                      it.getOwner().isAssignableTo(Venue.class) && it.getName().equals("transfer")))
          .because("one place in the program can move money")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule READERS_CANNOT_REACH_AN_EXCHANGE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "ballast.replay..",
              "ballast.report..",
              "ballast.dashboard..",
              "ballast.web..",
              "ballast.metrics..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("ballast.binance..", "ballast.paper..", "ballast.tick..")
                  .or(named(Venue.class.getName())))
          .because("they are read-only by construction")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule A_BACKTEST_CANNOT_TOUCH_AN_ACCOUNT =
      noClasses()
          .that()
          .resideInAPackage("ballast.backtest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ballast.binance..", "ballast.web..")
          .because("it must not be able to touch a real account")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule A_SEARCH_READS_NOTHING_AND_WRITES_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("ballast.sweep..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("ballast..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "ballast.strategy..",
                              "ballast.margin..",
                              "ballast.backtest..",
                              "ballast.sweep..")))
                  .or(resideInAnyPackage("java.io..", "java.net..", "java.nio..", "org.slf4j..")))
          .because("it is pure: the same past and the same sets have the same ranking")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule A_STRESS_TEST_CANNOT_TOUCH_AN_ACCOUNT =
      noClasses()
          .that()
          .resideInAPackage("ballast.stress..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "ballast.binance..",
                  "ballast.venue..",
                  "ballast.journal..",
                  "ballast.config..",
                  "ballast.tick..",
                  "ballast.web..",
                  "java.io..",
                  "java.net..",
                  "java.nio.."))
          .because("what is known of the account is handed in")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_IMPORTS_THE_COMMANDS =
      noClasses()
          .that()
          .resideOutsideOfPackages("ballast", "ballast.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ballast.cli..")
          .because("the commands are the outermost room")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_IMPORTS_MAIN =
      noClasses()
          .that(not(main()))
          .should()
          .dependOnClassesThat(main())
          .because("Main wires everything and is wired by nobody")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ROOMS_FORM_NO_CYCLE =
      slices()
          .matching("ballast.(*)..")
          .should()
          .beFreeOfCycles()
          .because("dependencies point one way")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .that(not(main()))
          .should()
          .accessTargetWhere(target("the wall clock", HouseRulesTest::readsTheWallClock))
          .because("time is asked for once, from an injected InstantSource")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOBODY_SLEEPS =
      noClasses()
          .should()
          .accessTargetWhere(
              target(
                  "sleep",
                  it ->
                      it.getName().equals("sleep")
                          && (it.getOwner().isEquivalentTo(Thread.class)
                              || it.getOwner().isEquivalentTo(TimeUnit.class))))
          .because("waiting is a schedule's business, and a test cannot crank a sleep")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule MONEY_IS_EXACT =
      classes()
          .that(
              resideInAnyPackage(
                      "ballast.decide..",
                      "ballast.margin..",
                      "ballast.venue..",
                      "ballast.journal..")
                  .or(
                      resideInAPackage("ballast.strategy..")
                          .and(
                              describe(
                                  "public",
                                  it -> it.getModifiers().contains(JavaModifier.PUBLIC)))))
          .should(declareNothingInexact())
          .because("money and ratios are Usdt and Ratio")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_COMMANDS_PRINT =
      noClasses()
          .that()
          .resideOutsideOfPackage("ballast.cli..")
          .should()
          .accessTargetWhere(
              target(
                  "the console",
                  it ->
                      (it.getOwner().isEquivalentTo(System.class)
                              && Set.of("out", "err").contains(it.getName()))
                          || (it.getOwner().isAssignableTo(Throwable.class)
                              && it.getName().equals("printStackTrace"))))
          .because("stdout is the commands' contract, everything else is a log")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_IS_SERIALIZED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.Object(In|Out)putStream.*")
          .because("java serialization runs what it reads")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule H2_OPENS_NO_PORT =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.h2.server..")
                  .or(named("org.h2.tools.Server", "org.h2.tools.Console")))
          .because("whoever reaches H2's server or console runs code")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule PACKAGES_ARE_ROOMS =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..common..",
              "..helper..",
              "..manager..",
              "..impl..",
              "..base..",
              "..dto..",
              "..service..")
          .because("new code goes into the room whose sentence it fits")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .should(
              new ArchCondition<JavaClass>("reside in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(
                      new SimpleConditionEvent(
                          type, marked, type.getName() + " is in a package without @NullMarked"));
                }
              })
          .because("no null crosses a package boundary")
          .allowEmptyShould(true);

  private static ArchRule onlyIn(
      String what, DescribedPredicate<JavaClass> library, String... rooms) {
    String[] packages = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      packages[i] = "ballast." + rooms[i] + "..";
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat(library)
        .because(what + " belongs to " + String.join(" and ", rooms))
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    return describe(String.join(" or ", names), it -> Set.of(names).contains(it.getName()));
  }

  private static DescribedPredicate<JavaClass> main() {
    return describe("Main", it -> it.getName().matches("ballast\\.Main(\\$.*)?"));
  }

  private interface TargetCheck {
    boolean matches(AccessTarget target);
  }

  private static DescribedPredicate<JavaAccess<?>> target(String what, TargetCheck check) {
    return describe(what, access -> check.matches(access.getTarget()));
  }

  /** Time that was asked of an injected Clock is not the wall clock. */
  private static boolean readsTheWallClock(AccessTarget target) {
    JavaClass owner = target.getOwner();
    String name = target.getName();
    if (!(target instanceof CodeUnitAccessTarget called)) {
      return false;
    }
    boolean bare =
        called.getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
    if (owner.getPackageName().startsWith("java.time") && name.equals("now")) {
      return bare;
    }
    if (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class)) {
      return name.startsWith("system") || name.startsWith("tickM") || name.startsWith("tickS");
    }
    if (owner.isEquivalentTo(Date.class)) {
      return name.equals("<init>") && called.getRawParameterTypes().isEmpty();
    }
    if (owner.isAssignableTo(Calendar.class)) {
      return name.equals("getInstance") || name.equals("<init>");
    }
    return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
  }

  private static ArchCondition<JavaClass> declareNothingInexact() {
    return new ArchCondition<>("declare no double or float") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          report(events, type, field.getFullName(), field.getRawType());
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          report(events, type, unit.getFullName(), unit.getRawReturnType());
          unit.getRawParameterTypes().forEach(it -> report(events, type, unit.getFullName(), it));
        }
      }
    };
  }

  private static void report(
      ConditionEvents events, JavaClass type, String where, JavaClass declared) {
    String name = declared.getBaseComponentType().getName();
    if (INEXACT.contains(name)) {
      events.add(SimpleConditionEvent.violated(type, where + " declares " + name));
    }
  }
}
