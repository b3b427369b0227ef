package org.whistle.intake.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;

/**
 * What a decision about a new report rests on, looked up beforehand.
 *
 * @param place the grid the position lies in; null outside every grid
 * @param issue what the catalogue says of the type and condition given
 * @param target what is known of the ticket to be joined; null when none is to be, or none such is known
 */
public record Facts(
        @Nullable Place place, Issue issue, @Nullable Target target) {

    /** Type and condition against the catalogue. */
    public sealed interface Issue {

        /** The reporter gave no type. */
        record Unclassified() implements Issue {}

        /** Type and condition are in the catalogue, or the type has only the one. */
        record Classified(String type, String condition, Urgency urgency) implements Issue {}

        /** No such type. */
        record UnknownType(String type) implements Issue {}

        /**
         * The type has no such condition.
         *
         * @param conditions letters of those it has
         */
        record UnknownCondition(String type, String condition, List<String> conditions) implements Issue {}

        /** The type has several conditions and none was given. */
        record ConditionMissing(String type, List<String> conditions) implements Issue {}

        /** A condition without a type. */
        record TypeMissing(String condition) implements Issue {}
    }

    /**
     * A ticket that is to be joined.
     *
     * @param ticket whether it is a ticket; otherwise a matter that the chain below the street still has
     * @param open whether it is neither closed nor refused nor merged into another
     * @param type the type it has now; null while unclassified
     */
    public record Target(
            UUID ticketId,
            String ticketNo,
            boolean ticket,
            boolean open,
            @Nullable String type,
            Place place,
            Position position,
            Instant filedAt) {}
}
