package org.whistle.intake.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Urgency;
import org.whistle.district.Condition;
import org.whistle.district.District;
import org.whistle.district.IssueType;
import org.whistle.intake.report.Facts.Issue;

/** Looks up a type and condition in the catalogue. */
public final class Classifier {

    private Classifier() {}

    /** What the catalogue says; a type with one condition only needs none to be given. */
    public static Issue classify(District district, @Nullable String type, @Nullable String condition) {
        if (type == null) {
            return condition == null ? new Issue.Unclassified() : new Issue.TypeMissing(condition);
        }
        Optional<IssueType> known = district.type(type);
        if (known.isEmpty()) {
            return new Issue.UnknownType(type);
        }
        List<Condition> conditions = known.get().conditions();
        if (condition == null) {
            return conditions.size() == 1
                    ? classified(type, conditions.getFirst())
                    : new Issue.ConditionMissing(type, letters(conditions));
        }
        return known.get()
                .condition(condition)
                .map(found -> classified(type, found))
                .orElseGet(() -> new Issue.UnknownCondition(type, condition, letters(conditions)));
    }

    private static Issue classified(String type, Condition condition) {
        return new Issue.Classified(
                type, condition.code(), Urgency.valueOf(condition.urgency().name()));
    }

    private static List<String> letters(List<Condition> conditions) {
        return conditions.stream().map(Condition::code).toList();
    }
}
