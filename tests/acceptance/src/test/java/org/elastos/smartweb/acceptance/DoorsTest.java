// SPDX-License-Identifier: MIT
package org.elastos.smartweb.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Which way the doors open (docs/architecture.md, "Rooms and doors").
class DoorsTest {
  private static final String ROOT = "org.elastos.smartweb.";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.elastos.smartweb")
          .that(describe("product code", DoorsTest::isProduct));

  /// The rooms, and the rooms that each may see besides itself.
  private static final Map<String, List<String>> SEES = sees();

  private static Map<String, List<String>> sees() {
    List<String> pure = List.of("crypto", "cbor", "content", "ddrm");
    Map<String, List<String>> sees = new LinkedHashMap<>();
    sees.put("platform", List.of());
    sees.put("chain", List.of());
    sees.put("migrations", List.of("platform"));
    sees.put("chain.mainchain", List.of("chain", "chain.ela", "platform", "migrations"));
    sees.put("contracts", List.of("chain"));
    sees.put("chain.evm", List.of("chain", "platform", "migrations"));
    sees.put("chain.follow", List.of("chain", "chain.evm", "platform", "migrations"));
    sees.put("chain.ela", List.of("chain"));
    sees.put("chain.devnet", List.of("chain", "chain.ela", "chain.evm", "platform"));
    sees.put("crypto", List.of("chain", "cbor"));
    sees.put("cbor", List.of("chain"));
    sees.put("content", List.of("chain", "crypto", "cbor"));
    sees.put("ddrm", List.of("chain", "crypto", "cbor", "content"));
    sees.put("threshold", joined(pure, "chain"));
    sees.put("license", joined(pure, "chain", "threshold"));
    sees.put(
        "license.node",
        joined(
            pure,
            "chain",
            "threshold",
            "license",
            "contracts",
            "chain.evm",
            "platform",
            "migrations"));
    sees.put("market", joined(pure, "chain"));
    sees.put(
        "market.service",
        joined(pure, "chain", "market", "contracts", "chain.evm", "platform", "migrations"));
    sees.put("sandbox", joined(pure, "chain"));
    sees.put(
        "home",
        joined(
            pure,
            "chain",
            "threshold",
            "license",
            "sandbox",
            "contracts",
            "chain.evm",
            "platform",
            "migrations",
            "market"));
    return sees;
  }

  private static List<String> joined(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }

  @TestFactory
  List<DynamicTest> everyRoomSeesOnlyWhatItMay() {
    return SEES.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () ->
                    noClasses()
                        .that(in(entry.getKey()))
                        .should()
                        .dependOnClassesThat(foreignTo(entry.getKey(), entry.getValue()))
                        // A room may stand before the application enters it.
                        .allowEmptyShould(true)
                        .check(CODE)))
        .toList();
  }

  @Test
  void everyPackageStandsInARoom() {
    List<String> homeless =
        CODE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> roomOf(name).equals("?"))
            .distinct()
            .toList();
    assertThat(homeless).isEmpty();
    assertThat(CODE.size()).isGreaterThan(100);
  }

  @TestFactory
  List<DynamicTest> pureRoomsKnowNoAdapters() {
    return List.of(
            "chain",
            "chain.ela",
            "crypto",
            "cbor",
            "content",
            "ddrm",
            "threshold",
            "license",
            "market",
            "sandbox")
        .stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room,
                () ->
                    noClasses()
                        .that(in(room))
                        .should()
                        .dependOnClassesThat(
                            resideInAnyPackage(
                                "io.vertx..",
                                "java.sql..",
                                "javax.sql..",
                                "org.web3j..",
                                "org.bitcoinj..",
                                "com.zaxxer..",
                                "org.flywaydb.."))
                        .allowEmptyShould(true)
                        .check(CODE)))
        .toList();
  }

  @Test
  void theVocabularyOfChainsKnowsTheJdkOnly() {
    classes()
        .that(in("chain"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "org.elastos.smartweb.chain"))
        .check(CODE);
  }

  /// A misreading in the verifier must not be hidden by the same misreading in the chain that tests
  /// it.
  @Test
  void theDevelopmentNodeDecidesByRulesOfItsOwn() {
    noClasses()
        .that(in("chain.devnet"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.elastos.smartweb.chain.ela.verify.."))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("org\\.elastos\\.smartweb\\.chain\\.ela\\.address\\.P256.*")
        .check(CODE);
  }

  @Test
  void nobodyNamesAnotherModulesInternals() {
    for (String room : SEES.keySet()) {
      noClasses()
          .that(DescribedPredicate.not(in(room)))
          .should()
          .dependOnClassesThat(
              in(room)
                  .and(describe("internal", type -> type.getPackageName().contains(".internal"))))
          .allowEmptyShould(true)
          .check(CODE);
    }
  }

  @Test
  void noPackagesGoInCircles() {
    slices().matching("org.elastos.smartweb.(**)").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void timeRandomnessAndEnvironmentComeFromOutside() {
    noClasses()
        .that(DescribedPredicate.not(in("app")))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(java.security.SecureRandom.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(CODE);
  }

  @Test
  void nothingPrintsToTheConsoleButTheApp() {
    noClasses()
        .that(DescribedPredicate.not(in("app")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CODE);
  }

  @Test
  void everyPackageIsNullMarked() throws ClassNotFoundException {
    Set<String> packages = new java.util.TreeSet<>();
    CODE.forEach(type -> packages.add(type.getPackageName()));
    for (String name : packages) {
      Class<?> info = Class.forName(name + ".package-info");
      assertThat(info.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
    }
  }

  /// The test vocabulary is not part of the product.
  private static boolean isProduct(JavaClass type) {
    return !type.getPackageName().startsWith(ROOT + "testkit");
  }

  private static DescribedPredicate<JavaClass> in(String room) {
    return describe("in room " + room, type -> roomOf(type.getPackageName()).equals(room));
  }

  private static DescribedPredicate<JavaClass> foreignTo(String room, List<String> seen) {
    return describe(
        "outside " + room + " and " + seen,
        type -> {
          String other = roomOf(type.getPackageName());
          return type.getPackageName().startsWith(ROOT)
              && !other.equals(room)
              && !seen.contains(other);
        });
  }

  /// The room with the longest name that holds the package; `app` sees everything.
  private static String roomOf(String packageName) {
    String best = packageName.startsWith(ROOT + "app") ? "app" : "?";
    for (String room : SEES.keySet()) {
      boolean holds = packageName.equals(ROOT + room) || packageName.startsWith(ROOT + room + ".");
      if (holds && (best.equals("?") || room.length() > best.length())) {
        best = room;
      }
    }
    return best;
  }
}
