package org.whistle.intake.consolidation.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.Position;
import org.whistle.intake.consolidation.Duplicate;
import org.whistle.intake.consolidation.Likeness;
import org.whistle.intake.consolidation.store.MergeDesk;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.web.PlaceView;

/** Candidates and merges as callers see them. */
final class DuplicateViews {

    private DuplicateViews() {}

    /**
     * Candidates for one ticket, the likeliest first; never more than 50, so there is no next page.
     *
     * @param version what a merge of the ticket names in {@code If-Match}
     * @param mergedInto the ticket it goes on in, when it is merged already
     */
    @Schema(name = "Duplicates")
    record DuplicatesView(
            UUID ticketId,
            String ticketNo,
            String state,
            long version,
            @Nullable UUID mergedInto,
            List<CandidateView> items) {}

    /**
     * A ticket that may be the same matter.
     *
     * @param version what a merge of it names in {@code If-Match}
     */
    @Schema(name = "DuplicateTicket")
    record TicketView(
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
            @Schema(examples = "C0101") String type,
            @Nullable String typeName,
            @Nullable String condition,
            @Schema(examples = "dispatched") String state,
            long version,
            String text,
            PlaceView place,
            Position position,
            @Nullable String address,
            OffsetDateTime filedAt) {

        static TicketView of(Duplicate ticket, Gazetteer gazetteer, Language language) {
            return new TicketView(
                    ticket.ticketId(),
                    ticket.ticketNo(),
                    ticket.type(),
                    gazetteer
                            .district()
                            .type(ticket.type())
                            .map(type -> PlaceView.text(type.name(), language))
                            .orElse(null),
                    ticket.condition(),
                    ticket.state(),
                    ticket.version(),
                    ticket.text(),
                    PlaceView.of(ticket.place(), gazetteer, language),
                    ticket.position(),
                    ticket.address(),
                    ticket.filedAt().atZone(Params.ZONE).toOffsetDateTime());
        }
    }

    /**
     * A candidate and why it is one.
     *
     * @param score from 0 to 1: the texts by half, the distance by three tenths, the time by two tenths
     * @param distance metres
     * @param hoursApart whole hours between the reports
     * @param textSimilarity from 0 to 1: Sørensen–Dice over pairs of characters
     * @param reasons the same in words
     */
    @Schema(name = "DuplicateCandidate")
    record CandidateView(
            TicketView ticket,
            @Schema(examples = "0.83") double score,
            @Schema(examples = "12.5") double distance,
            @Schema(examples = "5") long hoursApart,
            @Schema(examples = "0.71") double textSimilarity,
            List<String> reasons) {

        static CandidateView of(Duplicate.Pair pair, Gazetteer gazetteer, Language language) {
            Likeness likeness = pair.likeness();
            return new CandidateView(
                    TicketView.of(pair.other(), gazetteer, language),
                    hundredths(likeness.score()),
                    tenths(likeness.metres()),
                    likeness.apart().toHours(),
                    hundredths(likeness.text()),
                    words(likeness, language));
        }
    }

    /** Two tickets that wait for the community to say whether they are the same; otherwise as a candidate. */
    @Schema(name = "DuplicatePair")
    record PairView(
            TicketView one,
            TicketView other,
            double score,
            double distance,
            long hoursApart,
            double textSimilarity,
            List<String> reasons) {

        static PairView of(Duplicate.Pair pair, Gazetteer gazetteer, Language language) {
            Likeness likeness = pair.likeness();
            return new PairView(
                    TicketView.of(pair.one(), gazetteer, language),
                    TicketView.of(pair.other(), gazetteer, language),
                    hundredths(likeness.score()),
                    tenths(likeness.metres()),
                    likeness.apart().toHours(),
                    hundredths(likeness.text()),
                    words(likeness, language));
        }
    }

    /** A ticket after a merge or its undoing. */
    @Schema(name = "MergedTicket")
    record MergedView(
            UUID ticketId,
            String ticketNo,

            @Schema(enumeration = {"merged", "filed"}) String state,

            long version,
            @Nullable UUID mergedInto) {

        static MergedView of(MergeDesk.Merged merged) {
            return new MergedView(
                    merged.ticketId(), merged.ticketNo(), merged.state(), merged.version(), merged.mergedInto());
        }
    }

    private static List<String> words(Likeness likeness, Language language) {
        List<String> reasons = new ArrayList<>();
        reasons.add(language.pick("同一类型", "same type"));
        reasons.add(language.pick("相距 " + tenths(likeness.metres()) + " 米", tenths(likeness.metres()) + " m apart"));
        reasons.add(apart(likeness.apart(), language));
        long percent = Math.round(likeness.text() * 100);
        reasons.add(language.pick("文字相似 " + percent + "%", "texts " + percent + " % alike"));
        return reasons;
    }

    private static String apart(Duration apart, Language language) {
        long hours = apart.toHours();
        return hours < 24
                ? language.pick("上报相隔 " + hours + " 小时", "reported " + hours + " h apart")
                : language.pick("上报相隔 " + hours / 24 + " 天", "reported " + hours / 24 + " days apart");
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
