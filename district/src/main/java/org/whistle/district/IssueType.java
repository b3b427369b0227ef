package org.whistle.district;

import java.util.List;
import java.util.Optional;

/**
 * One issue type of the catalogue.
 *
 * @param code such as {@code C0101}
 * @param name such as 上水井盖
 * @param kind component, event or social
 * @param group class of the catalogue, such as 公用设施 (Chinese only, as published)
 * @param conditions its conditions in the order of the file, at least one
 */
public record IssueType(String code, Label name, IssueKind kind, String group, List<Condition> conditions) {

    public IssueType {
        conditions = List.copyOf(conditions);
    }

    /** The condition with this letter; empty when the type has none such. */
    public Optional<Condition> condition(String conditionCode) {
        return conditions.stream()
                .filter(condition -> condition.code().equals(conditionCode))
                .findFirst();
    }
}
