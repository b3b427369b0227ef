package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Urgency;
import org.whistle.district.IssueType;
import org.whistle.intake.Intake;
import org.whistle.intake.report.Facts.Issue;

class ClassifierTest {

    @Test
    void typeAndCondition_areClassified_whenTheCatalogueHasThem() {
        assertThat(classify("C0101", "a")).isEqualTo(new Issue.Classified("C0101", "a", Urgency.U0));
    }

    @Test
    void condition_isFound_whenTheTypeHasOnlyOne() {
        IssueType single = Intake.DISTRICT.types().stream()
                .filter(type -> type.conditions().size() == 1)
                .findFirst()
                .orElseThrow();

        assertThat(classify(single.code(), null))
                .isInstanceOfSatisfying(Issue.Classified.class, issue -> assertThat(issue.condition())
                        .isEqualTo(single.conditions().getFirst().code()));
    }

    @Test
    void condition_isMissing_whenTheTypeHasSeveral() {
        assertThat(classify("C0101", null)).isEqualTo(new Issue.ConditionMissing("C0101", List.of("a", "b", "c", "d")));
    }

    @Test
    void whatTheCatalogueLacks_isNamed() {
        assertThat(classify("C0101", "z"))
                .isEqualTo(new Issue.UnknownCondition("C0101", "z", List.of("a", "b", "c", "d")));
        assertThat(classify("X1", "a")).isEqualTo(new Issue.UnknownType("X1"));
        assertThat(classify(null, "a")).isEqualTo(new Issue.TypeMissing("a"));
        assertThat(classify(null, null)).isEqualTo(new Issue.Unclassified());
    }

    private static Issue classify(@Nullable String type, @Nullable String condition) {
        return Classifier.classify(Intake.DISTRICT, type, condition);
    }
}
