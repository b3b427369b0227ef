package org.whistle.department.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.whistle.department.assignment.Assignment.Accepted;
import org.whistle.department.assignment.Assignment.Completed;
import org.whistle.department.assignment.Assignment.Issued;
import org.whistle.department.assignment.Assignment.Recalled;
import org.whistle.department.assignment.Assignment.ReturnPending;
import org.whistle.department.assignment.Assignment.Settled;
import org.whistle.department.assignment.Assignment.Suspended;

/** The lifecycle states by name, as they stand in lists, filters and the database. */
public enum Stage {
    ISSUED("issued", true),
    ACCEPTED("accepted", true),
    RETURN_PENDING("return-pending", true),
    SUSPENDED("suspended", false),
    COMPLETED("completed", false),
    RECALLED("recalled", false),
    SETTLED("settled", false);

    private final String word;
    private final boolean open;

    Stage(String word, boolean open) {
        this.word = word;
        this.open = open;
    }

    /** The stage an assignment is in. */
    public static Stage of(Assignment assignment) {
        return switch (assignment) {
            case Issued s -> ISSUED;
            case Accepted s -> ACCEPTED;
            case ReturnPending s -> RETURN_PENDING;
            case Suspended s -> SUSPENDED;
            case Completed s -> COMPLETED;
            case Recalled s -> RECALLED;
            case Settled s -> SETTLED;
        };
    }

    /** @throws IllegalArgumentException when no stage has this word */
    public static Stage ofWord(String word) {
        for (Stage stage : values()) {
            if (stage.word.equals(word)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("no such stage: " + word);
    }

    /** All words, in the order of a life. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Stage::word).toList();
    }

    /** The name on the wire. */
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether the department, or the street on its behalf, has something to do now. */
    public boolean open() {
        return open;
    }
}
