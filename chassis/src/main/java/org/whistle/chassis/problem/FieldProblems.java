package org.whistle.chassis.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the fields at fault, so that a caller learns of all of them at once:
 * {@code new FieldProblems().addIf(x < 0, "x", "不能为负", "must not be negative").throwIfAny()}.
 */
public final class FieldProblems {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** Notes a field at fault. */
    public FieldProblems add(String field, String zh, String en) {
        problems.add(new FieldProblem(field, zh, en));
        return this;
    }

    /** Notes a field when it is at fault. */
    public FieldProblems addIf(boolean wrong, String field, String zh, String en) {
        return wrong ? add(field, zh, en) : this;
    }

    /** Whether nothing is at fault so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** What was noted so far. */
    public List<FieldProblem> toList() {
        return List.copyOf(problems);
    }

    /** @throws ProblemException 400 {@code invalid-field} when anything was noted */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw ProblemException.fields(problems);
        }
    }
}
