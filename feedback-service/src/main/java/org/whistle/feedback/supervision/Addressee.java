package org.whistle.feedback.supervision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom alerts are for.
 *
 * @param subjects pairs of stage and kind, as {@code dispatch/breach}, that are for them wherever they see them
 * @param ofDepartment pairs that are for them when the clock is their department's
 * @param department their department, or null
 */
public record Addressee(
        List<String> subjects,
        List<String> ofDepartment,
        @Nullable String department) {

    public Addressee {
        subjects = List.copyOf(subjects);
        ofDepartment = List.copyOf(ofDepartment);
    }

    /**
     * By roles, areas and department.
     *
     * @param areas place codes of 6, 9, 12 or 15 digits
     */
    public static Addressee of(Set<String> roles, List<String> areas, @Nullable String department) {
        Set<Audience> anywhere = EnumSet.noneOf(Audience.class);
        Set<Audience> own = EnumSet.noneOf(Audience.class);
        Audience.of(roles, areas).forEach(audience -> (audience.isOfDepartment() ? own : anywhere).add(audience));
        return new Addressee(Audience.subjectsOf(anywhere), Audience.subjectsOf(own), department);
    }

    /**
     * Whether an alert is for them.
     *
     * @param stage the word of its stage
     * @param kind the word of its kind
     * @param ofBody the body whose clock it is, or null
     */
    public boolean isTold(String stage, String kind, @Nullable String ofBody) {
        String subject = stage + "/" + kind;
        return subjects.contains(subject)
                || (ofDepartment.contains(subject) && department != null && department.equals(ofBody));
    }
}
