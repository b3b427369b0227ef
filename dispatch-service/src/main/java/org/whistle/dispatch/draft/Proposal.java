package org.whistle.dispatch.draft;

import java.util.List;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.district.Label;
import org.whistle.district.RoutingRule;

/**
 * A dispatcher's choice as a rule (DOMAIN.md §3.8: the choice can become a rule).
 *
 * @param place code of the place it would hold for
 * @param lead body that leads
 * @param cooperating bodies that cooperate, in order
 */
public record Proposal(String type, String condition, String place, String lead, List<String> cooperating) {

    /** Comes before the catalogue's general rules, which have 10. */
    private static final int PRIORITY = 20;

    public Proposal {
        cooperating = List.copyOf(cooperating);
    }

    /** What a ticket's last choice offers, or why it offers none. */
    public sealed interface Offer {

        /** A rule could be made of it. */
        record Made(Proposal proposal) implements Offer {}

        /** The ticket has not been dispatched, or the rules did it by themselves, or somebody called from below. */
        record NotManual() implements Offer {}
    }

    /** The rule a ticket's last dispatch would make for its street, when a dispatcher chose. */
    public static Offer of(Ticket ticket) {
        Order order = ticket.lastOrder().orElse(null);
        if (order == null || order.why().basis() != Why.Basis.MANUAL || order.isCalledFromBelow()) {
            return new Offer.NotManual();
        }
        return ticket.lead()
                .<Offer>map(lead -> new Offer.Made(new Proposal(
                        order.type(),
                        order.condition(),
                        ticket.report().place().street(),
                        lead.leg().department(),
                        ticket.legs().stream()
                                .filter(leg -> !leg.equals(lead))
                                .map(leg -> leg.leg().department())
                                .toList())))
                .orElseGet(Offer.NotManual::new);
    }

    /** The rule, under an id and with the reason in words. */
    public RoutingRule rule(String id, String note) {
        return new RoutingRule(
                id,
                type,
                condition,
                place,
                null,
                lead,
                cooperating,
                !cooperating.isEmpty(),
                PRIORITY,
                new Label(note, note));
    }
}
