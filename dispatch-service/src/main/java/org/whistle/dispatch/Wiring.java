package org.whistle.dispatch;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.whistle.chassis.id.Ids;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.routing.store.RegisteredAssets;
import org.whistle.dispatch.ticket.TicketLife;

/** Puts the pure parts together with what the outside gives them. */
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TicketLife ticketLife(PolicyBook policies, RegisteredAssets owners) {
        return new TicketLife(policies, owners, Ids::next);
    }
}
