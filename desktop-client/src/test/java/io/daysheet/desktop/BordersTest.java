package io.daysheet.desktop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The borders of the desk: screens → view models → board → remote, and nothing points back.
@AnalyzeClasses(packages = "io.daysheet.desktop", importOptions = DoNotIncludeTests.class)
class BordersTest {
  private static final String BOARD = "io.daysheet.desktop.board..";
  private static final String REMOTE = "io.daysheet.desktop.remote..";
  private static final String FX = "io.daysheet.desktop.fx..";
  private static final String WIRING = "io.daysheet.desktop";

  @ArchTest
  static final ArchRule viewModelsKnowNoNodes =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.stage..", "javafx.fxml..", "com.calendarfx..");

  @ArchTest
  static final ArchRule calendarFxStaysOnTheDayBoard =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.daysheet.desktop.day..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.calendarfx..");

  @ArchTest
  static final ArchRule theReplicaAndTheConnectionKnowNoToolkit =
      noClasses()
          .that()
          .resideInAnyPackage(BOARD, REMOTE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.calendarfx..", "atlantafx..", FX)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule theReplicaPointsToNoScreen =
      noClasses()
          .that()
          .resideInAnyPackage(BOARD, REMOTE, FX)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.daysheet.desktop..")
                  .and(resideOutsideOfPackages(BOARD, REMOTE, FX)));

  @ArchTest
  static final ArchRule theConnectionKnowsNoReplica =
      noClasses()
          .that()
          .resideInAPackage(REMOTE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BOARD)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheReplicaAndTheWiringSpeakToTheConnection =
      noClasses()
          .that()
          .resideOutsideOfPackages(BOARD, REMOTE, WIRING)
          .and()
          .haveSimpleNameNotEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(REMOTE);

  @ArchTest
  static final ArchRule theGenericPackageKnowsNoDomain =
      noClasses()
          .that()
          .resideInAPackage(FX)
          .should()
          .dependOnClassesThat(resideInAPackage("io.daysheet..").and(resideOutsideOfPackages(FX)));
}
