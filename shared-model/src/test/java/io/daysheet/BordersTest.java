package io.daysheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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

  @ArchTest
  static final ArchRule noRuleReadsAClockOrTheSystemsZone =
      noClasses()
          .should()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now");

  @ArchTest
  static final ArchRule packagesStandInLayers =
      slices().matching("io.daysheet.(*)..").should().beFreeOfCycles();
}
