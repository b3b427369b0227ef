package org.whistle.department.inbox.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assignment with everything that happened to it since it was issued.
 *
 * @param history in order; each entry made the version it names
 */
@Schema(name = "AssignmentDetail")
public record AssignmentDetail(@JsonUnwrapped AssignmentView assignment, List<Entry> history) {

    /**
     * One thing that happened.
     *
     * @param type wire name of the event, as on the topics; {@code department.request-raised} and
     *     {@code department.request-declined} for what stays within the department
     * @param event the event itself, as on the topics
     */
    @Schema(name = "AssignmentHistoryEntry")
    public record Entry(
            long version,
            Instant at,

            @Schema(examples = "whistle.department.assignment-accepted.v1")
            String type,

            @JsonRawValue @Schema(implementation = Object.class)
            String event) {}
}
