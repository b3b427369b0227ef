package org.whistle.department.assignment.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.contracts.assignment.AssignmentSettled;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.department.assignment.Happening;
import org.whistle.department.assignment.Happening.RequestDeclined;
import org.whistle.department.assignment.Request;

/** What one batch does to requests: read off the assignments, so that the list of requests cannot say something else. */
final class OpenRequests {

    private final Map<UUID, Raised> raised = new LinkedHashMap<>();
    private final Map<UUID, RequestChange> changes = new LinkedHashMap<>();

    /**
     * Follows what was decided.
     *
     * @param before the request that was open before it
     * @param row the assignment after it
     */
    void follow(@Nullable Request before, AssignmentRow row, Happening happening) {
        Instant at = Outgoing.timeOf(happening);
        if (happening instanceof RequestDeclined declined) {
            RequestAnswer answer = new RequestAnswer(declined.by(), declined.reason(), null, at);
            change(new RequestChange(declined.requestId(), RequestState.DECLINED, null, answer, at));
            return;
        }
        follow(before, row, at);
    }

    /** Follows what dispatch told. */
    void follow(@Nullable Request before, AssignmentRow row, AssignmentMessage message) {
        Instant at = Outgoing.timeOf(message);
        RequestChange answer =
                switch (message) {
                    case AssignmentExtended m -> answer(m.requestId(), RequestState.GRANTED, m.reason(), null, at);
                    case AssignmentSuspended m ->
                        answer(m.requestId(), RequestState.GRANTED, m.reason(), m.until(), at);
                    case AssignmentRequestRefused m ->
                        answer(m.requestId(), RequestState.REFUSED, m.reason(), null, at);
                    case AssignmentIssued m -> null;
                    case AssignmentRecalled m -> null;
                    case AssignmentContinued m -> null;
                    case AssignmentReworked m -> null;
                    case AssignmentResumed m -> null;
                    case AssignmentSettled m -> null;
                };
        boolean answered =
                answer != null && before != null && answer.requestId().equals(before.requestId());
        if (!answered) {
            follow(before, row, at);
        }
        if (answer != null) {
            change(answer);
        }
    }

    /** A request that is there now and was not is new; one that is not there any more is withdrawn. */
    private void follow(@Nullable Request before, AssignmentRow row, Instant at) {
        Request now = row.request();
        if (now != null && !now.equals(before)) {
            if (before == null || !before.requestId().equals(now.requestId())) {
                raised.put(now.requestId(), new Raised(row, now));
            }
            if (now.sentAt() != null) {
                change(new RequestChange(now.requestId(), RequestState.SENT, now, null, at));
            }
        }
        if (before != null && now == null) {
            change(new RequestChange(before.requestId(), RequestState.WITHDRAWN, null, null, at));
        }
    }

    private static RequestChange answer(
            UUID requestId, RequestState state, String reason, @Nullable Instant until, Instant at) {
        return new RequestChange(requestId, state, null, new RequestAnswer(null, reason, until, at), at);
    }

    private void change(RequestChange change) {
        changes.merge(change.requestId(), change, RequestChange::then);
    }

    List<Raised> raised() {
        return List.copyOf(raised.values());
    }

    List<RequestChange> changes() {
        return List.copyOf(changes.values());
    }

    /** A new request. */
    record Raised(AssignmentRow assignment, Request request) {}
}
