package org.whistle.chassis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ChassisArchitectureTest {

    private static final JavaClasses CHASSIS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.whistle.chassis");

    // Think before changing this: a chassis that knows a ticket is where everything meets, and nothing can be changed.
    @Test
    void theChassis_knowsNothingOfTheDomain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.whistle.contracts..",
                        "org.whistle.district..",
                        "org.whistle.intake..",
                        "org.whistle.dispatch..",
                        "org.whistle.department..",
                        "org.whistle.feedback..",
                        "org.whistle.local..",
                        "org.whistle.acceptance..",
                        "org.whistle.testkit..")
                .check(CHASSIS);
    }

    // Think before changing this: photos are files of strangers; what reads them must not reach anything else.
    @Test
    void theSanitizer_reachesNoNetworkNoDatabaseAndNoDecoder() {
        noClasses()
                .that()
                .haveNameMatching(
                        "org\\.whistle\\.chassis\\.photo\\.(.*Cleaner|Photo(Sanitizer|Bytes|Kind)|ExifOrientation|IccProfiles)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io..", "jakarta..", "java.net..", "java.nio.file..", "javax.imageio..", "java.awt..")
                .check(CHASSIS);
    }
}
