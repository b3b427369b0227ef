package org.whistle.intake.consolidation;

import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.intake.consolidation.MergeCommand.Merge;
import org.whistle.intake.consolidation.MergeCommand.Unmerge;
import org.whistle.intake.report.Decision;
import org.whistle.intake.report.Decision.Accepted;
import org.whistle.intake.report.Decision.Rejected;

/** Decides whether a ticket may be merged into another, and a merge undone (DOMAIN.md §3.3). */
public final class MergeDecider {

    private MergeDecider() {}

    /** What a command leads to, or the rule it breaks. */
    public static Decision decide(Standing ticket, MergeCommand command) {
        return switch (command) {
            case Merge merge -> merge(ticket, merge);
            case Unmerge unmerge -> unmerge(ticket, unmerge);
        };
    }

    private static Decision merge(Standing ticket, Merge command) {
        if (!ticket.ticket()) {
            return Rejected.of(MergeRule.NOT_A_TICKET_YET, null, ticket.ticketNo());
        }
        if (ticket.isMerged()) {
            return Rejected.of(MergeRule.MERGED_ALREADY, null, ticket.ticketNo());
        }
        if (!ticket.fate().isOpen()) {
            return Rejected.of(MergeRule.MERGE_NOT_OPEN, null, ticket.ticketNo());
        }
        Standing into = command.into();
        if (into == null) {
            return Rejected.of(MergeRule.MERGE_TARGET_UNKNOWN, "into");
        }
        if (into.id().equals(ticket.id())) {
            return Rejected.of(MergeRule.MERGE_INTO_ITSELF, "into");
        }
        if (!into.ticket()) {
            return Rejected.of(MergeRule.MERGE_TARGET_NO_TICKET, "into", into.ticketNo());
        }
        // What is merged is not open, so no circle can come about.
        if (into.isMerged()) {
            return Rejected.of(MergeRule.MERGE_TARGET_MERGED, "into", into.ticketNo());
        }
        if (!into.fate().isOpen()) {
            return Rejected.of(MergeRule.MERGE_TARGET_NOT_OPEN, "into", into.ticketNo());
        }
        if (!into.place().street().equals(ticket.place().street())) {
            return Rejected.of(MergeRule.MERGE_OTHER_STREET, "into", into.ticketNo());
        }
        return Accepted.of(new TicketMerged(ticket.id(), into.id(), command.reason(), command.by(), command.at()));
    }

    private static Decision unmerge(Standing ticket, Unmerge command) {
        if (!ticket.isMerged()) {
            return Rejected.of(MergeRule.NOT_MERGED, null, ticket.ticketNo());
        }
        return Accepted.of(
                new TicketUnmerged(ticket.id(), ticket.mergedInto(), command.reason(), command.by(), command.at()));
    }
}
