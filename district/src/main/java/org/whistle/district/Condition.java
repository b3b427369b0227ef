package org.whistle.district;

import java.util.List;

/**
 * One condition of an issue type, with what the catalogue fixes for it. A limit belongs to type × condition, not to the type.
 *
 * @param code letter of the condition within its type
 * @param name what the condition is
 * @param lead code of the body that leads by nature and authority
 * @param cooperating codes of the bodies that cooperate, in order
 * @param urgency degree of urgency
 * @param limit time to handle, from dispatch to the lead's own confirmation
 * @param joint whether it is handled jointly (联办)
 * @param source where the row comes from
 */
public record Condition(
        String code,
        Label name,
        String lead,
        List<String> cooperating,
        Urgency urgency,
        Limit limit,
        boolean joint,
        Provenance source) {

    public Condition {
        cooperating = List.copyOf(cooperating);
    }
}
