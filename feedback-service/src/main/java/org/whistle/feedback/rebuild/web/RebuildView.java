package org.whistle.feedback.rebuild.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.rebuild.store.RebuildJobs;

/**
 * A rebuild of the numbers from the journal.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param phase {@code reading}, {@code comparing}, {@code settling}, {@code counting} or {@code finished}
 * @param repair whether what differs is put right, or only told
 * @param street code of the place beneath which tickets are compared; absent for all
 * @param consistent whether nothing differed; absent while it runs
 */
@Schema(name = "Rebuild")
public record RebuildView(
        UUID id,
        @Schema(examples = "running") String state,
        @Schema(examples = "reading") String phase,
        boolean repair,
        @Nullable String street,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Boolean consistent,
        JournalView journal,
        TicketsView tickets,
        FactsView facts,
        CountsView counts,
        @Nullable String error) {

    /**
     * The journal.
     *
     * @param read records read, all partitions together
     * @param total records there are, as of the beginning of this run
     * @param lost records before the first there still is: they were removed by the topic's retention
     * @param unreadable records no event can be read from
     * @param keeps how long the topic keeps records; absent for good
     * @param compacted whether the topic removes older records of a ticket; then nothing is whole
     */
    @Schema(name = "RebuildJournal")
    public record JournalView(
            long read,
            long total,
            long lost,
            long unreadable,
            @Nullable Duration keeps,
            boolean compacted) {}

    /**
     * Tickets.
     *
     * @param rebuilt their whole history could be followed
     * @param incomplete the journal has them, but not from their beginning, or with something that cannot follow; they
     *     stay as they are
     * @param notOnJournal the journal knows nothing of them; they stay as they are
     */
    @Schema(name = "RebuildTickets")
    public record TicketsView(long rebuilt, Left incomplete, Left notOnJournal) {}

    /** Tickets that were left as they are; the first 200 by name. */
    @Schema(name = "RebuildLeft")
    public record Left(long count, List<LeftTicket> first) {}

    /** One of them. */
    @Schema(name = "RebuildLeftTicket")
    public record LeftTicket(String ticketId, @Nullable String why) {}

    /**
     * Facts that were not as the journal has them.
     *
     * @param found differ, and were only told
     * @param repaired differed, and are as the journal has them now
     * @param unsettled of tickets that never came to rest while it looked; they stay as they are
     * @param first the first 200
     */
    @Schema(name = "RebuildFacts")
    public record FactsView(long found, long repaired, long unsettled, List<FactView> first) {}

    /**
     * One fact.
     *
     * @param fact {@code loop}, {@code leg}, {@code callback}, {@code leg_rating} or {@code community_rating}
     * @param kept what counted of it; absent when there was none
     * @param journal what the journal says; absent when it has none
     */
    @Schema(name = "RebuildFact")
    public record FactView(
            UUID ticketId,
            String fact,
            String id,

            @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable
            String kept,

            @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable
            String journal,

            String outcome) {}

    /**
     * Counts that were not the sum of their facts, after these were right.
     *
     * @param differences how many, each measure in each cut
     */
    @Schema(name = "RebuildCounts")
    public record CountsView(long differences, List<CountView> first) {}

    /** One count. */
    @Schema(name = "RebuildCount")
    public record CountView(
            String grain,
            String day,
            String place,
            String department,
            String type,
            String measure,
            long kept,
            long counted) {}

    static RebuildView of(RebuildJobs.Job job, List<RebuildJobs.Kept> differences, JsonObject outcomes) {
        JsonObject findings = job.findings();
        JsonObject counts = findings.getJsonObject("counts", new JsonObject());
        FactsView facts = new FactsView(
                outcomes.getLong("found", 0L),
                outcomes.getLong("repaired", 0L),
                outcomes.getLong("unsettled", 0L),
                differences.stream().map(RebuildView::fact).toList());
        CountsView tallies = new CountsView(counts.getLong("differences", 0L), counts(counts));
        boolean done = job.state().equals("done");
        return new RebuildView(
                job.id(),
                job.state(),
                job.phase().word(),
                job.repair(),
                job.place(),
                job.requestedBy(),
                job.requestedAt(),
                job.finishedAt(),
                done ? facts.found() + facts.repaired() + facts.unsettled() + tallies.differences() == 0 : null,
                journal(job),
                new TicketsView(
                        findings.getLong("rebuilt", 0L),
                        left(findings.getJsonObject("gaps")),
                        left(findings.getJsonObject("notOnJournal"))),
                facts,
                tallies,
                job.error());
    }

    private static JournalView journal(RebuildJobs.Job job) {
        JsonObject findings = job.findings();
        long read = 0;
        for (String partition : job.positions().fieldNames()) {
            JsonObject position = job.positions().getJsonObject(partition);
            read += position.getLong("read") - position.getLong("begin");
        }
        long lost = findings.getLong("lost", 0L);
        long keeps = findings.getLong("retentionMillis", -1L);
        return new JournalView(
                read,
                findings.getLong("end", 0L) - lost,
                lost,
                findings.getLong("unreadable", 0L),
                keeps < 0 ? null : Duration.ofMillis(keeps),
                findings.getBoolean("compacted", false));
    }

    private static FactView fact(RebuildJobs.Kept kept) {
        return new FactView(
                kept.difference().ticketId(),
                kept.difference().fact(),
                kept.difference().factId(),
                kept.difference().kept(),
                kept.difference().journal(),
                kept.outcome());
    }

    private static Left left(@Nullable JsonObject found) {
        if (found == null) {
            return new Left(0, List.of());
        }
        List<LeftTicket> first = new ArrayList<>();
        JsonArray rows = found.getJsonArray("first");
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = rows.getJsonObject(i);
            first.add(new LeftTicket(row.getString("ticketId"), row.getString("why")));
        }
        return new Left(found.getLong("count"), first);
    }

    private static List<CountView> counts(JsonObject counts) {
        List<CountView> first = new ArrayList<>();
        JsonArray rows = counts.getJsonArray("first", new JsonArray());
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = rows.getJsonObject(i);
            first.add(new CountView(
                    row.getString("grain"),
                    row.getString("day"),
                    row.getString("place"),
                    row.getString("department"),
                    row.getString("type"),
                    row.getString("measure"),
                    row.getLong("kept"),
                    row.getLong("counted")));
        }
        return first;
    }
}
