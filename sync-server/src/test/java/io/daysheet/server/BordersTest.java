package io.daysheet.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.daysheet.server.audit.Audited;
import io.daysheet.server.audit.NotAudited;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.RequestMapping;

/// What a capability shows is public, the compiler guards the rest; this guards which way they
/// point.
@AnalyzeClasses(
    packages = "io.daysheet.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

  @ArchTest
  static final ArchRule capabilitiesDontGoInCircles =
      slices().matching("io.daysheet.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule whatAllShareKnowsNoCapability =
      noClasses()
          .that()
          .resideInAnyPackage("..server.web", "..server.reference", "..server.idempotency")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..server.hospital",
              "..server.doctor",
              "..server.patient",
              "..server.schedule",
              "..server.availability",
              "..server.booking",
              "..server.stream",
              "..server.demo",
              "..server.openapi");

  @ArchTest
  static final ArchRule nobodyNeedsTheDemo =
      noClasses()
          .that()
          .resideOutsideOfPackage("..server.demo")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..server.demo");

  @ArchTest
  static final ArchRule controllersAreNobodysBusinessAndAskNoDatabase =
      classes()
          .that()
          .haveSimpleNameEndingWith("Controller")
          .should()
          .bePackagePrivate()
          .andShould()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("org.springframework.jdbc..", "java.sql..");

  @ArchTest
  static final ArchRule everyEndpointSaysWhatItIsInTheAudit =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .and()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Controller")
          .should()
          .beAnnotatedWith(Audited.class)
          .orShould()
          .beAnnotatedWith(NotAudited.class);

  @ArchTest
  static final ArchRule theClockIsAnArgument =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(LocalDate.class, "now");
}
