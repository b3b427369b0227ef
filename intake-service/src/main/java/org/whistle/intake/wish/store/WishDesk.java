package org.whistle.intake.wish.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.community.ListKind;
import org.whistle.contracts.community.WishClaimed;
import org.whistle.contracts.community.WishDispatched;
import org.whistle.contracts.community.WishThanked;
import org.whistle.intake.lists.By;
import org.whistle.intake.lists.Entry;
import org.whistle.intake.lists.Matching;
import org.whistle.intake.lists.messaging.CommunityEvents;
import org.whistle.intake.lists.store.EntryRows;
import org.whistle.intake.lists.store.StoredEntry;
import org.whistle.intake.reporter.PersonalData;
import org.whistle.intake.reporter.Vault;
import org.whistle.intake.wish.Wish;
import org.whistle.intake.wish.WishCommand;
import org.whistle.intake.wish.WishDecider;
import org.whistle.intake.wish.WishDecider.Limits;
import org.whistle.intake.wish.WishDecision;

/** Carries out what is done with wishes: loads, decides, stores state and events in one transaction. */
@ApplicationScoped
public class WishDesk {

    /** One person's wishes are counted one after the other, so that two sent at once are not both the last allowed. */
    private static final String OPEN = """
            select count(*) from wish
            where pseudonym = $1 and state in ('posted', 'dispatched', 'claimed', 'done')""";

    private static final String LOCK_PERSON = "select pg_advisory_xact_lock(hashtextextended($1, 20))";

    private static final String CLAIMS =
            "select count(*) from wish where claimed_by = $1 and department is null and state = 'claimed'";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Vault vault;

    WishDesk(Transactions transactions, Outbox outbox, Vault vault) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.vault = vault;
    }

    /**
     * Posts a wish.
     *
     * @param wish as it is to be kept
     * @param contact whom to visit, kept encrypted; null when nobody is named
     * @return the wish; fails with the rule that refuses it
     */
    public Uni<StoredWish> post(StoredWish wish, @Nullable PersonalData contact, By by, Limits limits) {
        UUID person = wish.poster().pseudonym();
        return transactions.inTransaction(tx -> tx.preparedQuery(LOCK_PERSON)
                .execute(Tuple.of(person.toString()))
                .chain(() -> tx.preparedQuery(OPEN).execute(Tuple.of(person)))
                .chain(rows -> {
                    int open = rows.iterator().next().getInteger(0);
                    CommunityEvent event = accepted(WishDecider.post(
                            wish.toWish().core(),
                            wish.tags(),
                            wish.poster(),
                            by.at(),
                            new WishDecider.Facts(open, 0, limits)));
                    return Uni.join()
                            .all(
                                    WishRows.insert(tx, wish),
                                    WishRows.step(tx, wish.id(), 0, step("posted", null, event, by)),
                                    contact == null
                                            ? Uni.createFrom().voidItem()
                                            : WishRows.contact(tx, wish, vault.seal(contact, wish.id())),
                                    publish(tx, event, by))
                            .andFailFast()
                            .replaceWith(wish);
                }));
    }

    /**
     * Carries out a command.
     *
     * @param sees whether the wish is the caller's to see
     * @param version what the caller read
     * @param note what was written with it; null when nothing was
     * @return the wish as it is then; fails with 404, 412, or the rule that refuses the command
     */
    public Uni<StoredWish> carryOut(
            UUID id,
            Predicate<StoredWish> sees,
            long version,
            @Nullable String note,
            WishCommand command,
            Limits limits) {
        return transactions.inTransaction(tx -> held(tx, id, sees, version).chain(before -> claims(tx, command)
                .chain(claims -> decide(tx, before, note, command, claims, limits))));
    }

    /**
     * Claims a wish with a resource, or, without one, as it is.
     *
     * @param resourceId the entry of the list of resources; null for none
     * @return the wish as it is then; fails with 404, 412, or the rule that refuses it
     */
    public Uni<StoredWish> claim(
            UUID id,
            Predicate<StoredWish> sees,
            long version,
            @Nullable UUID resourceId,
            Matching matching,
            By by,
            Limits limits) {
        return transactions.inTransaction(tx -> held(tx, id, sees, version).chain(before -> {
            Uni<Optional<StoredEntry>> resource =
                    resourceId == null ? Uni.createFrom().item(Optional.empty()) : EntryRows.lock(tx, resourceId);
            return resource.chain(found -> {
                if (resourceId != null && found.isEmpty()) {
                    throw ProblemException.field("resourceId", "没有这一资源", "names no resource");
                }
                WishCommand.Claim command = new WishCommand.Claim(
                        found.map(row -> offered(before, row, matching, by)).orElse(null), by);
                return claims(tx, command).chain(claims -> decide(tx, before, null, command, claims, limits));
            });
        }));
    }

    private static WishCommand.Offered offered(StoredWish wish, StoredEntry row, Matching matching, By by) {
        Matching.Wanted wanted = new Matching.Wanted(wish.category(), wish.tags(), wish.area(), null, null);
        boolean resource =
                row.entry().list() == ListKind.RESOURCE && row.entry().state() == Entry.State.OPEN;
        return new WishCommand.Offered(
                row.entry().id(),
                row.entry().listedBy(),
                row.entry().department(),
                row.entry().free(),
                resource && matching.fit(wanted, row.entry().content(), by.at()).isPresent());
    }

    /** The row is held until the commit, so that of two commands the later one decides on what the earlier left. */
    private static Uni<StoredWish> held(SqlConnection tx, UUID id, Predicate<StoredWish> sees, long version) {
        return tx.preparedQuery("select * from wish where id = $1 for update")
                .execute(Tuple.of(id))
                .map(rows -> {
                    StoredWish wish = rows.size() == 0
                            ? null
                            : StoredWish.of(rows.iterator().next());
                    if (wish == null || !sees.test(wish)) {
                        throw ProblemException.notFound();
                    }
                    if (wish.version() != version) {
                        throw Versions.stale();
                    }
                    return wish;
                });
    }

    private static Uni<Integer> claims(SqlConnection tx, WishCommand command) {
        boolean volunteer = command instanceof WishCommand.Claim && command.by().body() == null;
        return volunteer
                ? tx.preparedQuery(CLAIMS)
                        .execute(Tuple.of(command.by().actor().account()))
                        .map(rows -> rows.iterator().next().getInteger(0))
                : Uni.createFrom().item(0);
    }

    private Uni<StoredWish> decide(
            SqlConnection tx,
            StoredWish before,
            @Nullable String note,
            WishCommand command,
            int claims,
            Limits limits) {
        CommunityEvent event =
                accepted(WishDecider.decide(before.toWish(), command, new WishDecider.Facts(0, claims, limits)));
        return follow(
                tx,
                before,
                event,
                step(word(command), note, event, command.by()),
                command.by().at());
    }

    /** Stores what an event makes of a wish. */
    Uni<StoredWish> follow(SqlConnection tx, StoredWish before, CommunityEvent event, WishStep step, Instant at) {
        Wish next = Wish.evolve(before.toWish(), event);
        StoredWish after = before.with(next, at);
        boolean claimed = event instanceof WishClaimed;
        // A resource serves while the wish is claimed; afterwards it is free for the next.
        UUID freed = before.state() == StoredWish.State.CLAIMED ? before.resourceId() : null;
        return Uni.join()
                .all(
                        WishRows.update(tx, after),
                        WishRows.step(tx, after.id(), after.version(), step),
                        EntryRows.use(tx, claimed ? after.resourceId() : freed, claimed ? 1 : -1),
                        outbox.append(tx, List.of(CommunityEvents.envelope(event, at))))
                .andFailFast()
                .replaceWith(after);
    }

    private Uni<Void> publish(SqlConnection tx, CommunityEvent event, By by) {
        return outbox.append(tx, List.of(CommunityEvents.envelope(event, by.at())));
    }

    private static WishStep step(String happened, @Nullable String note, CommunityEvent event, By by) {
        return new WishStep(
                happened,
                note,
                event instanceof WishThanked thanked
                        ? thanked.satisfaction().name().toLowerCase(Locale.ROOT)
                        : null,
                event instanceof WishDispatched dispatched ? dispatched.departments() : List.of(),
                by.actor().account(),
                by.actor().department(),
                by.at());
    }

    private static String word(WishCommand command) {
        return switch (command) {
            case WishCommand.Dispatch c -> "dispatched";
            case WishCommand.Claim c -> "claimed";
            case WishCommand.Release c -> "released";
            case WishCommand.Complete c -> "done";
            case WishCommand.Thank c -> "thanked";
            case WishCommand.Withdraw c -> "withdrawn";
        };
    }

    private static CommunityEvent accepted(WishDecision decision) {
        return switch (decision) {
            case WishDecision.Accepted accepted -> Objects.requireNonNull(accepted.event());
            case WishDecision.Refused refused -> throw refused.why().toProblem();
        };
    }
}
