package org.whistle.intake.wish.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.wish.Wish;

/**
 * A wish as it is kept.
 *
 * @param version counts its changes, from 0
 * @param title what is wished, in few words
 * @param onBehalf whether somebody of the chain posted it for a resident
 * @param claimBy when it lapses; null while it cannot be claimed
 * @param department the body that claimed it; null for a volunteer, and while nobody has
 * @param changedAt when it last changed
 */
public record StoredWish(
        UUID id,
        long version,
        State state,
        HelpCategory category,
        List<String> tags,
        String area,
        String title,
        String text,
        String postedBy,
        boolean onBehalf,
        Reporter poster,
        Instant postedAt,
        List<String> departments,
        @Nullable Instant claimBy,
        @Nullable String claimedBy,
        @Nullable String department,
        @Nullable UUID resourceId,
        Instant changedAt) {

    /** How far it is. */
    public enum State {
        POSTED,
        DISPATCHED,
        CLAIMED,
        DONE,
        THANKED,
        WITHDRAWN,
        LAPSED;

        /** The word of the wire and of the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(Wish wish) {
            return switch (wish) {
                case Wish.Posted w -> POSTED;
                case Wish.Dispatched w -> DISPATCHED;
                case Wish.Claimed w -> CLAIMED;
                case Wish.Done w -> DONE;
                case Wish.Ended w ->
                    switch (w.ending()) {
                        case THANKED -> THANKED;
                        case WITHDRAWN -> WITHDRAWN;
                        case LAPSED -> LAPSED;
                    };
            };
        }
    }

    static StoredWish of(Row row) {
        OffsetDateTime claimBy = row.getOffsetDateTime("claim_by");
        return new StoredWish(
                row.getUUID("id"),
                row.getLong("version"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                HelpCategory.valueOf(row.getString("category")),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("area"),
                row.getString("title"),
                row.getString("text"),
                row.getString("posted_by"),
                row.getBoolean("on_behalf"),
                new Reporter(row.getUUID("pseudonym"), Reporter.Kind.valueOf(row.getString("kind"))),
                row.getOffsetDateTime("posted_at").toInstant(),
                List.of(row.getArrayOfStrings("departments")),
                claimBy == null ? null : claimBy.toInstant(),
                row.getString("claimed_by"),
                row.getString("department"),
                row.getUUID("resource_id"),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    /** The wish as its decider knows it. */
    public Wish toWish() {
        Wish.Core core = new Wish.Core(id, category, area, postedBy);
        return switch (state) {
            case POSTED -> new Wish.Posted(core);
            case DISPATCHED -> new Wish.Dispatched(core, departments, Objects.requireNonNull(claimBy));
            case CLAIMED -> new Wish.Claimed(core, departments, claim());
            case DONE -> new Wish.Done(core, claim());
            case THANKED -> new Wish.Ended(core, Wish.Ending.THANKED);
            case WITHDRAWN -> new Wish.Ended(core, Wish.Ending.WITHDRAWN);
            case LAPSED -> new Wish.Ended(core, Wish.Ending.LAPSED);
        };
    }

    private Wish.Claim claim() {
        return new Wish.Claim(Objects.requireNonNull(claimedBy), department, resourceId);
    }

    /** The same row with the wish as it is after a step. Who fulfilled it stays known when it has ended. */
    StoredWish with(Wish wish, Instant at) {
        Wish.Claim claim =
                switch (wish) {
                    case Wish.Claimed w -> w.claim();
                    case Wish.Done w -> w.claim();
                    case Wish.Ended w when state == State.DONE -> claim();
                    case Wish.Posted w -> null;
                    case Wish.Dispatched w -> null;
                    case Wish.Ended w -> null;
                };
        return new StoredWish(
                id,
                version + 1,
                State.of(wish),
                category,
                tags,
                area,
                title,
                text,
                postedBy,
                onBehalf,
                poster,
                postedAt,
                wish instanceof Wish.Dispatched || wish instanceof Wish.Claimed ? wish.offeredTo() : departments,
                wish instanceof Wish.Dispatched w ? w.claimBy() : null,
                claim == null ? null : claim.account(),
                claim == null ? null : claim.department(),
                claim == null ? null : claim.resourceId(),
                at);
    }
}
