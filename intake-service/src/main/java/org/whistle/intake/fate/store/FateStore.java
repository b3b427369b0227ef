package org.whistle.intake.fate.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whistle.intake.fate.Fate;
import org.whistle.intake.fate.Fate.Leg;
import org.whistle.intake.fate.Fate.Progress;
import org.whistle.intake.fate.Fate.State;
import org.whistle.intake.fate.Happening;

/** Reads and writes the fates of a batch of tickets, a few statements for all of them. */
@ApplicationScoped
public class FateStore {

    private static final String LOAD = """
            select r.id, r.open, r.current_type,
                   f.version, f.state, f.round, f.type, f.condition, f.legs::text as legs, f.explanation,
                   f.merged_into
            from report r left join fate f on f.ticket_id = r.id
            where r.id = any($1) and r.kind in ('ticket', 'matter')""";

    /** The version stands in the condition: a writer that was overtaken changes nothing, and is told so. */
    private static final String SAVE = """
            insert into fate (ticket_id, version, state, round, type, condition, lead, due_at, departments, legs,
                              explanation, changed_at, merged_into)
            select x.ticket_id, x.version, x.state, x.round, x.type, x.condition, x.lead, x.due_at,
                   string_to_array(x.departments, ','), x.legs::jsonb, x.explanation, x.changed_at,
                   x.merged_into
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[],
                        $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::timestamptz[], $13::uuid[])
                 as x(ticket_id, version, state, round, type, condition, lead, due_at, departments, legs,
                      explanation, changed_at, merged_into)
            on conflict (ticket_id) do update
            set version = excluded.version, state = excluded.state, round = excluded.round, type = excluded.type,
                condition = excluded.condition, lead = excluded.lead, due_at = excluded.due_at,
                departments = excluded.departments, legs = excluded.legs, explanation = excluded.explanation,
                changed_at = excluded.changed_at, merged_into = excluded.merged_into
            where fate.version = excluded.version - 1""";

    private static final String FOLLOW = """
            update report r set open = x.open, current_type = x.type
            from unnest($1::uuid[], $2::boolean[], $3::text[]) as x(id, open, type)
            where r.id = x.id""";

    private static final String NOTE = """
            insert into timeline (ticket_id, journal_offset, event_id, happened, at, department, note, photos)
            select x.ticket_id, x.journal_offset, x.event_id, x.happened, x.at, x.department, x.note,
                   string_to_array(x.photos, ',')::uuid[]
            from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[],
                        $8::text[])
                 as x(ticket_id, journal_offset, event_id, happened, at, department, note, photos)
            on conflict do nothing""";

    /** What is known of these tickets; one that was not filed here is missing. */
    public Uni<Map<UUID, Kept>> load(SqlConnection tx, Collection<UUID> tickets) {
        return tx.preparedQuery(LOAD)
                .execute(Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Kept> kept = new HashMap<>();
                    for (Row row : rows) {
                        kept.put(row.getUUID("id"), kept(row));
                    }
                    return kept;
                });
    }

    /** Stores fates that changed, and lets the report's own columns follow. */
    public Uni<Void> save(SqlConnection tx, List<Kept> changed, Instant now) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(SAVE).execute(row(changed, now)).chain(rows -> {
            if (rows.rowCount() != changed.size()) {
                throw new Overtaken();
            }
            return follow(tx, changed.stream().filter(Kept::reportFollows).toList());
        });
    }

    /** Adds lines to timelines. */
    public Uni<Void> note(SqlConnection tx, List<Line> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(NOTE)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(lines.stream().map(Line::ticketId).toArray(UUID[]::new))
                        .addArrayOfLong(lines.stream().map(Line::offset).toArray(Long[]::new))
                        .addArrayOfUUID(lines.stream().map(Line::eventId).toArray(UUID[]::new))
                        .addArrayOfString(lines.stream()
                                .map(line -> line.happening().happened())
                                .toArray(String[]::new))
                        .addArrayOfOffsetDateTime(lines.stream()
                                .map(line -> line.happening().at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                        .addArrayOfString(lines.stream()
                                .map(line -> line.happening().department())
                                .toArray(String[]::new))
                        .addArrayOfString(lines.stream()
                                .map(line -> line.happening().note())
                                .toArray(String[]::new))
                        .addArrayOfString(lines.stream()
                                .map(line -> line.happening().photos().stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(",")))
                                .toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> follow(SqlConnection tx, List<Kept> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(FOLLOW)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                changed.stream().map(k -> k.fate().ticketId()).toArray(UUID[]::new))
                        .addArrayOfBoolean(
                                changed.stream().map(k -> k.fate().isOpen()).toArray(Boolean[]::new))
                        .addArrayOfString(changed.stream().map(Kept::typeNow).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Tuple row(List<Kept> changed, Instant now) {
        int n = changed.size();
        UUID[] ids = new UUID[n];
        Long[] versions = new Long[n];
        String[] states = new String[n];
        Integer[] rounds = new Integer[n];
        @Nullable String[] types = new String[n];
        @Nullable String[] conditions = new String[n];
        @Nullable String[] leads = new String[n];
        @Nullable OffsetDateTime[] dues = new OffsetDateTime[n];
        String[] departments = new String[n];
        String[] legs = new String[n];
        @Nullable String[] explanations = new String[n];
        OffsetDateTime[] times = new OffsetDateTime[n];
        @Nullable UUID[] merges = new UUID[n];
        for (int i = 0; i < n; i++) {
            Fate fate = changed.get(i).fate();
            ids[i] = fate.ticketId();
            versions[i] = changed.get(i).version() + 1;
            states[i] = fate.state().word();
            rounds[i] = fate.round();
            types[i] = fate.type();
            conditions[i] = fate.condition();
            leads[i] = fate.lead().map(Leg::department).orElse(null);
            dues[i] = fate.lead()
                    .map(lead -> lead.dueAt().atOffset(ZoneOffset.UTC))
                    .orElse(null);
            departments[i] = String.join(",", fate.departments());
            legs[i] = write(fate.legs());
            explanations[i] = fate.explanation();
            merges[i] = fate.mergedInto();
            times[i] = now.atOffset(ZoneOffset.UTC);
        }
        return Tuple.tuple()
                .addArrayOfUUID(ids)
                .addArrayOfLong(versions)
                .addArrayOfString(states)
                .addArrayOfInteger(rounds)
                .addArrayOfString(types)
                .addArrayOfString(conditions)
                .addArrayOfString(leads)
                .addArrayOfOffsetDateTime(dues)
                .addArrayOfString(departments)
                .addArrayOfString(legs)
                .addArrayOfString(explanations)
                .addArrayOfOffsetDateTime(times)
                .addArrayOfUUID(merges);
    }

    private static Kept kept(Row row) {
        UUID id = row.getUUID("id");
        Long version = row.getLong("version");
        Fate fate = version == null
                ? Fate.filed(id)
                : new Fate(
                        id,
                        State.ofWord(row.getString("state")),
                        row.getInteger("round"),
                        row.getString("type"),
                        row.getString("condition"),
                        read(row.getString("legs")),
                        row.getString("explanation"),
                        row.getUUID("merged_into"));
        return new Kept(fate, version == null ? 0 : version, row.getBoolean("open"), row.getString("current_type"));
    }

    private static String write(List<Leg> legs) {
        JsonArray array = new JsonArray();
        for (Leg leg : legs) {
            array.add(new JsonObject()
                    .put("assignmentId", leg.assignmentId().toString())
                    .put("department", leg.department())
                    .put("lead", leg.lead())
                    .put("progress", leg.progress().name())
                    .put("paused", leg.paused())
                    .put("dueAt", leg.dueAt().toString()));
        }
        return array.encode();
    }

    private static List<Leg> read(String json) {
        JsonArray array = new JsonArray(json);
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonObject leg = array.getJsonObject(i);
            legs.add(new Leg(
                    UUID.fromString(leg.getString("assignmentId")),
                    leg.getString("department"),
                    leg.getBoolean("lead"),
                    Progress.valueOf(leg.getString("progress")),
                    leg.getBoolean("paused"),
                    Instant.parse(leg.getString("dueAt"))));
        }
        return legs;
    }

    /**
     * A fate with what the store must know of it.
     *
     * @param version what it was read at; 0 when there is no row yet
     * @param reportOpen the report's own column
     * @param reportType the report's own column
     */
    public record Kept(
            Fate fate,
            long version,
            boolean reportOpen,
            @Nullable String reportType) {

        /** The same row with another fate. */
        public Kept with(Fate next) {
            return new Kept(next, version, reportOpen, reportType);
        }

        @Nullable
        String typeNow() {
            return fate.type() == null ? reportType : fate.type();
        }

        boolean reportFollows() {
            return reportOpen != fate.isOpen() || !java.util.Objects.equals(reportType, typeNow());
        }
    }

    /** A fate was changed by somebody else since it was read. */
    public static final class Overtaken extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("a fate was changed by somebody else in the meantime");
        }
    }

    /**
     * A line of a timeline with its place on the journal.
     *
     * @param offset orders the lines of one ticket
     */
    public record Line(UUID ticketId, long offset, UUID eventId, Happening happening) {}
}
