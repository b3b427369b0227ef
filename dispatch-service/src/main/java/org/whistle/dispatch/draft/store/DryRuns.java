package org.whistle.dispatch.draft.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.draft.DryRun;
import org.whistle.dispatch.routing.Matter;
import org.whistle.dispatch.ticket.store.PastTickets;

/** Tries a draft on past tickets, page by page, so that a year of them needs no more memory than a page. */
@ApplicationScoped
public class DryRuns {

    /** Tickets looked at in one go, at most; a longer run is continued behind the last one looked at. */
    public static final int MOST = 50_000;

    private static final int PAGE = 1_000;

    private final PastTickets past;

    DryRuns(PastTickets past) {
        this.past = past;
    }

    /**
     * What a run found.
     *
     * @param tickets how many were looked at
     * @param changed how many would have become something else
     * @param differences the first of them, the earliest first
     * @param lastFiled and lastId the last one looked at; null when there was none
     * @param complete whether everything up to the end was looked at
     */
    public record Found(
            int tickets,
            int changed,
            List<DryRun.Difference> differences,
            @Nullable Instant lastFiled,
            @Nullable UUID lastId,
            boolean complete) {}

    /**
     * Looks at the tickets filed from one instant up to another, the earliest first, behind {@code (afterFiled, afterId)}.
     *
     * @param shown how many differences are kept
     */
    public Uni<Found> run(DryRun dryRun, Instant from, Instant to, Instant afterFiled, UUID afterId, int shown) {
        return next(dryRun, from, to, new Run(afterFiled, afterId), shown);
    }

    private Uni<Found> next(DryRun dryRun, Instant from, Instant to, Run run, int shown) {
        return past.page(from, to, run.lastFiled, run.lastId, PAGE).chain(page -> {
            page.forEach(each -> run.take(dryRun, each, shown));
            boolean complete = page.size() < PAGE;
            return complete || run.tickets >= MOST
                    ? Uni.createFrom().item(run.found(complete))
                    : next(dryRun, from, to, run, shown);
        });
    }

    /** Where a run stands. */
    private static final class Run {

        private final List<DryRun.Difference> differences = new ArrayList<>();
        private Instant lastFiled;
        private UUID lastId;
        private int tickets;
        private int changed;

        Run(Instant lastFiled, UUID lastId) {
            this.lastFiled = lastFiled;
            this.lastId = lastId;
        }

        void take(DryRun dryRun, PastTickets.Past each, int shown) {
            tickets++;
            lastFiled = each.report().filedAt();
            lastId = each.report().ticketId();
            dryRun.compare(matter(each)).ifPresent(difference -> {
                changed++;
                if (differences.size() < shown) {
                    differences.add(difference);
                }
            });
        }

        Found found(boolean complete) {
            return new Found(
                    tickets,
                    changed,
                    List.copyOf(differences),
                    tickets == 0 ? null : lastFiled,
                    tickets == 0 ? null : lastId,
                    complete);
        }

        private static DryRun.Past matter(PastTickets.Past each) {
            var report = each.report();
            return new DryRun.Past(
                    report.ticketId(),
                    report.ticketNo(),
                    report.filedAt(),
                    new Matter(
                            each.type(),
                            each.condition(),
                            report.place(),
                            report.assetId(),
                            report.assetMark(),
                            report.position()),
                    each.lead());
        }
    }
}
