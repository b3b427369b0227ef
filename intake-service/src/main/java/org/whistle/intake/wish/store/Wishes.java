package org.whistle.intake.wish.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.intake.reporter.PersonalData;
import org.whistle.intake.reporter.Vault;

/** Reads wishes. */
@ApplicationScoped
public class Wishes {

    /**
     * One's own, what one has claimed, all of an area for its staff. Everybody else sees what they may claim: in their
     * area, and around it, since a grid is of its community. What was fulfilled there is nobody's business but theirs.
     */
    private static final String SEEN = """
            (w.posted_by = $1 or w.claimed_by = $1 or $2::text is not null and w.department = $2
             or $4::boolean and w.area like any($3::text[])
             or w.state = 'dispatched' and (w.departments = '{}' or $2::text = any(w.departments))
                and (w.area like any($3::text[])
                     or exists (select from unnest($3::text[]) a where a like w.area || '%')))""";

    private final Pool pool;
    private final Vault vault;
    private final AuditTrail audit;

    Wishes(Pool pool, Vault vault, AuditTrail audit) {
        this.pool = pool;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * Who reads.
     *
     * @param body the body they act for; null for everybody else
     * @param areas their areas as LIKE patterns
     * @param staff whether their roles see everything of their area
     */
    public record Reader(String account, @Nullable String body, String[] areas, boolean staff, List<String> codes) {

        /** Whether a wish is theirs to see; the same as the query's condition. */
        public boolean sees(StoredWish wish) {
            boolean own = account.equals(wish.postedBy())
                    || account.equals(wish.claimedBy())
                    || body != null && body.equals(wish.department());
            boolean inArea = codes.stream().anyMatch(wish.area()::startsWith);
            boolean around = codes.stream().anyMatch(code -> code.startsWith(wish.area()));
            boolean offered = wish.state() == StoredWish.State.DISPATCHED
                    && (wish.departments().isEmpty()
                            || body != null && wish.departments().contains(body));
            return own || inArea && staff || offered && (inArea || around);
        }
    }

    /** What is asked for; null asks for all. @param own only what one posted or claimed */
    public record Filter(
            @Nullable String state,
            @Nullable HelpCategory category,
            boolean own,
            @Nullable UUID before) {}

    /** Wishes that are one's to see, the newest first. */
    public Uni<List<StoredWish>> list(Reader reader, Filter filter, int limit) {
        return pool.preparedQuery("select w.* from wish w where " + SEEN + """
                         and ($5::text is null or w.state = $5) and ($6::text is null or w.category = $6)
                         and (not $7::boolean or w.posted_by = $1 or w.claimed_by = $1 or w.department = $2)
                         and ($8::uuid is null or w.id < $8)
                        order by w.id desc limit $9""")
                .execute(Tuple.tuple()
                        .addString(reader.account())
                        .addString(reader.body())
                        .addArrayOfString(reader.areas())
                        .addBoolean(reader.staff())
                        .addString(filter.state())
                        .addString(
                                filter.category() == null
                                        ? null
                                        : filter.category().name())
                        .addBoolean(filter.own())
                        .addUUID(filter.before())
                        .addInteger(limit))
                .map(rows -> {
                    List<StoredWish> found = new ArrayList<>();
                    rows.forEach(row -> found.add(StoredWish.of(row)));
                    return found;
                });
    }

    /** A wish, when it is one's to see. */
    public Uni<Optional<StoredWish>> find(UUID id, Reader reader) {
        return pool.preparedQuery("select * from wish where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.<StoredWish>empty()
                        : Optional.of(StoredWish.of(rows.iterator().next())).filter(reader::sees));
    }

    /** What happened to a wish, oldest first. */
    public Uni<List<WishStep>> steps(UUID id) {
        return pool.preparedQuery("select * from wish_step where wish_id = $1 order by step limit 200")
                .execute(Tuple.of(id))
                .map(rows -> {
                    List<WishStep> steps = new ArrayList<>();
                    rows.forEach(row -> steps.add(WishStep.of(row)));
                    return steps;
                });
    }

    /**
     * Whom to visit. The look is on the audit record before it is answered.
     *
     * @return empty when nobody was named, or what was is erased
     */
    public Uni<Optional<PersonalData>> contact(UUID id, String account, @Nullable String department, Instant at) {
        return pool.withTransaction(tx -> tx.preparedQuery("select sealed from personal_data where report_id = $1")
                .execute(Tuple.of(id))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.<PersonalData>empty())
                        : audit.append(
                                        tx,
                                        List.of(AuditEntry.of(
                                                at,
                                                account,
                                                department,
                                                "wish-contact-viewed",
                                                "wish",
                                                id,
                                                new JsonObject())))
                                .replaceWith(() -> Optional.of(vault.open(
                                        rows.iterator()
                                                .next()
                                                .getBuffer("sealed")
                                                .getBytes(),
                                        id)))));
    }
}
