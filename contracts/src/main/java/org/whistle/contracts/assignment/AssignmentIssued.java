package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Whistle;

/**
 * A new assignment, with everything a handler needs on site and nothing personal of the reporter.
 *
 * @param otherDepartments the other bodies on the same ticket
 * @param returnBy until when the department may ask for a return (DOMAIN.md §3: by urgency)
 * @param returnsLeft how often this department may still ask
 * @param task what this department is to do; absent when it is simply to handle the matter
 * @param whistle the whistle that calls it; absent when none does
 * @param terms what else it may ask for; absent in assignments of before
 */
public record AssignmentIssued(
        UUID ticketId,
        UUID assignmentId,
        String ticketNo,
        String department,
        LegRole role,
        int round,
        String type,
        String condition,
        Urgency urgency,
        String text,
        Place place,
        Position position,
        @Nullable String address,
        @Nullable String assetId,
        List<UUID> photos,
        List<String> otherDepartments,
        Clock accept,
        Clock handle,
        Instant returnBy,
        int returnsLeft,
        Instant issuedAt,
        @Nullable LegTask task,
        @Nullable Whistle whistle,
        @Nullable RequestTerms terms)
        implements AssignmentMessage {

    public AssignmentIssued {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(ticketNo, 32, "ticketNo");
        Require.text(department, 64, "department");
        Require.present(role, "role");
        Require.atLeast(round, 1, "round");
        Require.text(type, 16, "type");
        Require.text(condition, 4, "condition");
        Require.present(urgency, "urgency");
        Require.text(text, 2000, "text");
        Require.present(place, "place");
        Require.present(position, "position");
        Require.optionalText(address, 200, "address");
        Require.optionalText(assetId, 64, "assetId");
        photos = Require.list(photos, 9, "photos");
        otherDepartments = Require.list(otherDepartments, 32, "otherDepartments");
        Require.present(accept, "accept");
        Require.present(handle, "handle");
        Require.present(returnBy, "returnBy");
        Require.atLeast(returnsLeft, 0, "returnsLeft");
        Require.present(issuedAt, "issuedAt");
    }

    /** An assignment that no whistle calls for. */
    public AssignmentIssued(
            UUID ticketId,
            UUID assignmentId,
            String ticketNo,
            String department,
            LegRole role,
            int round,
            String type,
            String condition,
            Urgency urgency,
            String text,
            Place place,
            Position position,
            @Nullable String address,
            @Nullable String assetId,
            List<UUID> photos,
            List<String> otherDepartments,
            Clock accept,
            Clock handle,
            Instant returnBy,
            int returnsLeft,
            Instant issuedAt) {
        this(
                ticketId,
                assignmentId,
                ticketNo,
                department,
                role,
                round,
                type,
                condition,
                urgency,
                text,
                place,
                position,
                address,
                assetId,
                photos,
                otherDepartments,
                accept,
                handle,
                returnBy,
                returnsLeft,
                issuedAt,
                null,
                null,
                null);
    }
}
