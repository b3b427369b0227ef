package org.whistle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureRulesTest {

    private static final JavaClasses SOUND = new ClassFileImporter().importPackages("org.whistle.sound");
    private static final JavaClasses ROTTEN = new ClassFileImporter().importPackages("org.whistle.rotten");
    private static final JavaClasses NONE = new ClassFileImporter().importPackages("org.whistle.nowhere");

    @ParameterizedTest
    @FieldSource("org.whistle.testkit.ArchitectureRules#ALL")
    void rule_holds_forASoundService(ArchRule rule) {
        assertThat(rule.evaluate(SOUND).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.whistle.testkit.ArchitectureRules#ALL")
    void rule_isBroken_byARottenService(ArchRule rule) {
        assertThat(rule.evaluate(ROTTEN).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("org.whistle.testkit.ArchitectureRules#ALL")
    void rule_fails_whenThereIsNothingToLookAt(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(NONE)).isInstanceOf(AssertionError.class);
    }
}
