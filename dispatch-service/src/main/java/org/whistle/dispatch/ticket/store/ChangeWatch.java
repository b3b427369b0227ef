package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.work.WorkUnderWay;
import org.whistle.dispatch.ticket.store.ChangeFeed.Change;
import org.whistle.dispatch.ticket.store.ChangeFeed.Place;

/**
 * One look at the changes for all who watch this instance, as long as anybody does: a hundred open consoles cost one
 * query a second, as one does. Whoever comes, or was too slow for a look, catches up by queries of its own, so nobody
 * depends on what others have seen.
 */
@ApplicationScoped
public class ChangeWatch {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);

    private static final int BATCH = 200;

    /** Most changes of one look; what is beyond comes with the next. */
    private static final int MOST = 2_000;

    private final ChangeFeed feed;
    private final Multi<Look> looks;

    /** @param every how often it looks */
    ChangeWatch(
            ChangeFeed feed,
            WorkUnderWay work,
            @ConfigProperty(name = "whistle.events.look", defaultValue = "PT1S") Duration every) {
        this.feed = feed;
        this.looks = Multi.createFrom()
                .deferred(() -> {
                    AtomicReference<@Nullable Look> last = new AtomicReference<>();
                    return Multi.createBy()
                            .repeating()
                            .uni(() -> work.run(() -> look(last), NOTHING))
                            .withDelay(every)
                            .indefinitely();
                })
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /**
     * All that changed between two places, wherever it was.
     *
     * @param to the place of the last, or where it began
     */
    private record Look(Place from, Place to, List<Change> changes) {}

    /** A look that failed moves nobody. */
    private static final Look NOTHING =
            new Look(new Place(-1, new UUID(0, 0)), new Place(-1, new UUID(0, 0)), List.of());

    private Uni<Look> look(AtomicReference<@Nullable Look> last) {
        Look before = last.get();
        Uni<Look> next = before == null
                ? feed.now().map(place -> new Look(place, place, List.of()))
                : read(before.to(), new ArrayList<>())
                        .map(changes -> new Look(before.to(), end(before.to(), changes), changes));
        return next.invoke(last::set)
                // The database may be away for a while; the look after goes on from the same place.
                .onFailure()
                .invoke(failure -> LOG.warnf("changes could not be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(NOTHING);
    }

    private static final Place NOWHERE = new Place(-1, new java.util.UUID(0, 0));

    private Uni<List<Change>> read(Place from, List<Change> so) {
        return feed.since(from, BATCH).chain(found -> {
            so.addAll(found);
            return found.size() < BATCH || so.size() >= MOST
                    ? Uni.createFrom().item(so)
                    : read(found.getLast().place(), so);
        });
    }

    private static Place end(Place from, List<Change> changes) {
        return changes.isEmpty() ? from : changes.getLast().place();
    }

    /**
     * Changes within an area as they happen, in their order and without an end.
     *
     * @param behind where to go on; null for what happens from now on
     */
    public Multi<Change> changes(@Nullable Place behind, AreaScope scope) {
        AtomicReference<Place> place = new AtomicReference<>();
        Uni<List<Change>> first = behind == null
                ? feed.now().invoke(place::set).replaceWith(List.of())
                : Uni.createFrom().deferred(() -> {
                    place.set(behind);
                    return catchUp(place, scope);
                });
        Multi<List<Change>> later =
                looks.onOverflow().drop().onItem().transformToUniAndConcatenate(look -> seen(look, place, scope));
        return Multi.createBy()
                .concatenating()
                .streams(first.toMulti(), later)
                .onItem()
                .transformToIterable(found -> found);
    }

    private Uni<List<Change>> seen(Look look, AtomicReference<Place> place, AreaScope scope) {
        Place at = place.get();
        if (look.from().compareTo(at) > 0) {
            return catchUp(place, scope);
        }
        List<Change> found = look.changes().stream()
                .filter(change -> change.place().compareTo(at) > 0 && scope.sees(change.grid()))
                .toList();
        if (look.to().compareTo(at) > 0) {
            place.set(look.to());
        }
        return Uni.createFrom().item(found);
    }

    /** Everything new, page by page. */
    private Uni<List<Change>> catchUp(AtomicReference<Place> place, AreaScope scope) {
        return feed.since(place.get(), scope, BATCH).chain(found -> {
            place.set(end(place.get(), found));
            return found.size() < BATCH
                    ? Uni.createFrom().item(found)
                    : catchUp(place, scope).map(more -> {
                        List<Change> all = new ArrayList<>(found);
                        all.addAll(more);
                        return all;
                    });
        });
    }
}
