package org.whistle.intake.wish.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.identity.Caller;
import org.whistle.chassis.identity.Roles;
import org.whistle.contracts.Actor;
import org.whistle.intake.lists.By;
import org.whistle.intake.wish.store.Wishes;

/** Who asks about wishes, taken from the caller before any work leaves the request. */
@ApplicationScoped
class WishCallers {

    /** Who sees every wish of their area, and who it is of. */
    private static final String[] OVERSEERS = {
        Roles.BRANCH, Roles.COMMUNITY, Roles.DISPATCHER, Roles.SUPERVISOR, Roles.LEADER
    };
    /** Below the community people help to find the words, and to find who fulfils them. */
    private static final String[] EVERYBODY = {
        Roles.RESIDENT,
        Roles.UNIT_STEWARD,
        Roles.BUILDING_HEAD,
        Roles.GRID_WORKER,
        Roles.BRANCH,
        Roles.COMMUNITY,
        Roles.HANDLER,
        Roles.MANAGER,
        Roles.DISPATCHER,
        Roles.SUPERVISOR,
        Roles.LEADER
    };

    private static final String[] POSTERS = {
        Roles.RESIDENT, Roles.UNIT_STEWARD, Roles.BUILDING_HEAD, Roles.GRID_WORKER, Roles.BRANCH, Roles.COMMUNITY
    };

    private final Caller caller;
    private final Clock clock;

    WishCallers(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    Wishes.Reader reader() {
        caller.requireRole(EVERYBODY);
        AreaScope areas = new AreaScope(caller.areas(), null);
        return new Wishes.Reader(caller.account(), body(), areas.patterns(), caller.hasAny(OVERSEERS), areas.areas());
    }

    By by() {
        return new By(
                new Actor(caller.account(), caller.department()),
                caller.roles(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    void requireOrganiser() {
        caller.requireRole(Roles.BRANCH, Roles.COMMUNITY);
    }

    void requirePoster() {
        caller.requireRole(POSTERS);
    }

    /** Whether a wish is their own when they post it, and not a resident's they post it for. */
    boolean postsOwn() {
        return caller.has(Roles.RESIDENT);
    }

    /** Where they may post: in their area; a resident of no area of the realm anywhere. */
    boolean postsIn(String area) {
        return caller.sees(area) || caller.has(Roles.RESIDENT) && caller.areas().isEmpty();
    }

    private @Nullable String body() {
        return caller.hasAny(Roles.HANDLER, Roles.MANAGER) ? caller.department() : null;
    }
}
