package io.daysheet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// The shared model knows words and rules: no framework, no screen, no database, no I/O.
@AnalyzeClasses(packages = "io.daysheet", importOptions = DoNotIncludeTests.class)
class BordersTest {

  @ArchTest
  static final ArchRule theModelKnowsOnlyItselfJavaAndJson =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.daysheet..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify.annotations..",
              "tools.jackson..");

  @ArchTest
  static final ArchRule onlyTheWireBindsJson =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.daysheet.wire")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  /// The names, on whichever class: of `java.time` and of `System`.
  private static final Set<String> ASKS_THE_SYSTEM =
      Set.of(
          "now",
          "systemDefault",
          "systemDefaultZone",
          "systemUTC",
          "system",
          "currentTimeMillis",
          "nanoTime");

  @ArchTest
  static final ArchRule noRuleReadsAClockOrTheSystemsZone =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "the clock or the zone of the system is asked",
                  call ->
                      call.getTargetOwner().getName().startsWith("java.")
                          && ASKS_THE_SYSTEM.contains(call.getTarget().getName())));

  @ArchTest
  static final ArchRule packagesStandInLayers =
      slices().matching("io.daysheet.(*)..").should().beFreeOfCycles();
}
