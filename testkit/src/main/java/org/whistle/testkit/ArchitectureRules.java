package org.whistle.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The shape every service keeps: packages by feature, {@code org.whistle.<service>.<feature>}, the domain at the
 * feature's root, adapters in {@code .web}, {@code .store} and {@code .messaging} below it, wiring in the service's own
 * root package. A rule that finds no class to look at fails, so it cannot guard packages that do not exist.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *     return ArchitectureRules.tests("org.whistle.intake");
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final String FEATURE_ROOTS = "org.whistle.*.*";
    private static final String WIRING = "org.whistle.*";

    // Think before changing this: a domain that knows the framework can be neither read nor tested without it.
    public static final ArchRule DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage(FEATURE_ROOTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.vertx..",
                    "jakarta.persistence..",
                    "jakarta.ws.rs..",
                    "org.hibernate..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive..")
            .as("the domain (feature roots) knows no framework, database or broker");

    // Think before changing this: a decision that reads the clock cannot be replayed. Time comes in with the command.
    public static final ArchRule DOMAIN_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage(FEATURE_ROOTS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class)
            .orShould()
            .callMethodWhere(target(nameMatching("now|systemUTC|systemDefaultZone"))
                    .and(target(owner(resideInAPackage("java.time..")))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as("the domain (feature roots) reads no clock");

    // Think before changing this: the arrow points inward. A domain that calls its adapters is part of them.
    public static final ArchRule DOMAIN_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage(FEATURE_ROOTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.whistle.*.*.web..", "org.whistle.*.*.store..", "org.whistle.*.*.messaging..")
            .as("the domain (feature roots) knows no adapter");

    // Think before changing this: REST below .web, SQL and entities below .store, records of the broker below
    // .messaging; a consumer applies its batch in a database transaction, so .messaging may see SQL too.
    public static final ArchRule REST_LIVES_BELOW_WEB = classes()
            .that(dependOn("jakarta.ws.rs"))
            .should()
            .resideInAnyPackage("org.whistle.*.*.web..", WIRING)
            .as("REST lives below .web");

    /** See {@link #REST_LIVES_BELOW_WEB}. */
    public static final ArchRule SQL_LIVES_BELOW_STORE = classes()
            .that(dependOn("io.vertx.mutiny.sqlclient", "io.vertx.sqlclient", "jakarta.persistence", "org.hibernate"))
            .should()
            .resideInAnyPackage("org.whistle.*.*.store..", "org.whistle.*.*.messaging..", WIRING)
            .as("SQL and entities live below .store and .messaging");

    /** See {@link #REST_LIVES_BELOW_WEB}. */
    public static final ArchRule BROKER_LIVES_BELOW_MESSAGING = classes()
            .that(dependOn("org.apache.kafka", "org.eclipse.microprofile.reactive.messaging"))
            .should()
            .resideInAnyPackage("org.whistle.*.*.messaging..", WIRING)
            .as("the broker lives below .messaging");

    // Think before changing this: features that need each other in a circle are one feature, or lack a third.
    public static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = slices().matching("org.whistle.*.(*)..")
            .should()
            .beFreeOfCycles()
            .as("features do not depend on each other in a circle");

    static final List<ArchRule> ALL = List.of(
            DOMAIN_KNOWS_NO_FRAMEWORK,
            DOMAIN_READS_NO_CLOCK,
            DOMAIN_KNOWS_NO_ADAPTER,
            REST_LIVES_BELOW_WEB,
            SQL_LIVES_BELOW_STORE,
            BROKER_LIVES_BELOW_MESSAGING,
            FEATURES_ARE_FREE_OF_CYCLES);

    private ArchitectureRules() {}

    /** Each rule as a test of its own, over the production classes below a package. */
    public static Stream<DynamicTest> tests(String basePackage) {
        JavaClasses production = production(basePackage);
        return ALL.stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(production)));
    }

    /** The production classes below a package, for rules of a service's own. */
    public static JavaClasses production(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
    }

    private static DescribedPredicate<JavaClass> dependOn(String... packages) {
        return new DescribedPredicate<>("depend on " + String.join(", ", packages)) {
            @Override
            public boolean test(JavaClass candidate) {
                return candidate.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .anyMatch(target -> Stream.of(packages)
                                .anyMatch(name -> target.equals(name) || target.startsWith(name + ".")));
            }
        };
    }
}
