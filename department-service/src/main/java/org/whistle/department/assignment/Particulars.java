package org.whistle.department.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.district.Coordinates;

/**
 * What goes with an assignment beside its limits: its task, the whistle that calls for it, and what was asked for.
 *
 * @param task what is to be done when it is not simply to handle the matter
 * @param call where the whistle calls to; null when none does
 * @param allowance what may still be asked for; null in assignments of before, where it is dispatch's to judge
 * @param request what waits for the manager or for the street; one at a time
 * @param sent every request that went to the street, and what came back; tells a repeated answer from an impossible one
 * @param presence who checked in on site; null while nobody has
 * @param mine whether the asset is the department's own, as it answered; null while it has not
 */
public record Particulars(
        @Nullable LegTask task,
        @Nullable Call call,
        @Nullable Allowance allowance,
        @Nullable Request request,
        @Nullable List<Sent> sent,
        @Nullable Presence presence,
        @Nullable Boolean mine) {

    public Particulars {
        sent = sent == null ? List.of() : List.copyOf(sent);
    }

    /** Those of a new assignment. */
    public static Particulars of(AssignmentIssued issue) {
        Whistle whistle = issue.whistle();
        Integer reach = issue.terms() == null ? null : issue.terms().checkInMetres();
        return new Particulars(
                issue.task(),
                whistle == null ? null : new Call(whistle.position(), reach),
                issue.terms() == null
                        ? null
                        : new Allowance(
                                issue.terms().extensionsLeft(),
                                issue.terms().suspensionsLeft(),
                                issue.terms().suspendUntil()),
                null,
                List.of(),
                null,
                null);
    }

    /** Somebody asks; it waits for the manager. */
    Particulars raised(Request raised) {
        return new Particulars(task, call, allowance, raised, sent, presence, mine);
    }

    /** It went to the street. */
    Particulars sent(Request endorsed) {
        return new Particulars(
                task,
                call,
                allowance,
                endorsed,
                with(endorsed.requestId(), endorsed.kind(), Fate.OPEN),
                presence,
                mine);
    }

    /** Nothing waits any more; what is at the street may still be answered. */
    public Particulars withoutRequest() {
        return request == null ? this : new Particulars(task, call, allowance, null, sent, presence, mine);
    }

    /** The street answered; what was granted is used up. */
    Particulars answered(Sent of, Fate fate) {
        Request left = request != null && request.requestId().equals(of.requestId()) ? null : request;
        Allowance now = allowance == null ? null : allowance.after(fate);
        return new Particulars(task, call, now, left, with(of.requestId(), of.kind(), fate), presence, mine);
    }

    Particulars checkedIn(Presence now) {
        return new Particulars(task, call, allowance, request, sent, now, mine);
    }

    /** Whose the asset is was answered. */
    Particulars owned(boolean own) {
        return new Particulars(task, call, allowance, null, sent, presence, own);
    }

    /** The request of an id, when it went to the street. */
    @Nullable
    Sent sent(UUID requestId) {
        return sent.stream()
                .filter(one -> one.requestId().equals(requestId))
                .findFirst()
                .orElse(null);
    }

    private List<Sent> with(UUID requestId, Request.Kind kind, Fate fate) {
        List<Sent> all = new ArrayList<>(sent);
        all.removeIf(one -> one.requestId().equals(requestId));
        all.add(new Sent(requestId, kind, fate));
        return all;
    }

    /**
     * A whistle's call.
     *
     * @param meetingPoint where to be, WGS 84
     * @param reach how many metres from there a check-in may be; null in assignments of before, which name none
     */
    public record Call(Position meetingPoint, @Nullable Integer reach) {

        /** Whole metres to the meeting point, good to 0.5 %: far better than a phone's position. */
        int metresFrom(Position position) {
            return (int) Math.round(new Coordinates(position.longitude(), position.latitude())
                    .metresTo(new Coordinates(meetingPoint.longitude(), meetingPoint.latitude())));
        }
    }

    /**
     * What may still be granted.
     *
     * @param suspendUntil the latest end a suspension may have, inclusive
     */
    public record Allowance(int extensionsLeft, int suspensionsLeft, Instant suspendUntil) {

        Allowance after(Fate fate) {
            return switch (fate) {
                case EXTENDED -> new Allowance(Math.max(0, extensionsLeft - 1), suspensionsLeft, suspendUntil);
                case SUSPENDED -> new Allowance(extensionsLeft, Math.max(0, suspensionsLeft - 1), suspendUntil);
                case OPEN, RESUMED, REFUSED -> this;
            };
        }
    }

    /** A request at the street. */
    public record Sent(UUID requestId, Request.Kind kind, Fate fate) {}

    /** What the street made of a request. */
    public enum Fate {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("extended")
        EXTENDED,
        @JsonProperty("suspended")
        SUSPENDED,
        /** It was suspended, and that is over. */
        @JsonProperty("resumed")
        RESUMED,
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * Who is on site.
     *
     * @param metres from the meeting point
     */
    public record Presence(Actor by, int metres, Instant at) {}
}
