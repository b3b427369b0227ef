package org.whistle.intake.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Place;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.intake.consolidation.MergeCommand.Merge;
import org.whistle.intake.consolidation.MergeCommand.Unmerge;
import org.whistle.intake.fate.Evolution;
import org.whistle.intake.fate.Evolve;
import org.whistle.intake.fate.Fate;
import org.whistle.intake.report.Decision;
import org.whistle.testkit.Story;

class MergeDeciderTest {

    private static final UUID ONE = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");
    private static final UUID OTHER = UUID.fromString("019cb0a5-0000-7b7a-9d0c-3f6f1a2b3c4d");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Actor ACTOR = new Actor("community", null);

    private Standing ticket = standing(ONE, Fate.filed(ONE));
    private @Nullable Standing into = standing(OTHER, Fate.filed(OTHER));

    @Test
    void openTickets_areMerged() {
        assertThat(merge()).isEqualTo(Decision.Accepted.of(new TicketMerged(ONE, OTHER, "同一井盖", ACTOR, AT)));
    }

    @Test
    void ticket_isNotMerged_againstTheRules() {
        into = null;
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGE_TARGET_UNKNOWN);
        into = ticket;
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGE_INTO_ITSELF);
        into = new Standing(OTHER, "no", place("370102009001002"), false, Fate.filed(OTHER));
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGE_TARGET_NO_TICKET);
        into = standing(OTHER, refusedFate(OTHER));
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGE_TARGET_NOT_OPEN);
        into = new Standing(OTHER, "no", place("370102008001002"), true, Fate.filed(OTHER));
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGE_OTHER_STREET);

        into = standing(OTHER, Fate.filed(OTHER));
        ticket = standing(ONE, refusedFate(ONE));
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGE_NOT_OPEN);
        ticket = new Standing(ONE, "no", place("370102009001001"), false, Fate.filed(ONE));
        assertThat(refused(merge())).isEqualTo(MergeRule.NOT_A_TICKET_YET);
    }

    @Test
    void circle_cannotComeAbout() {
        into = standing(OTHER, Fate.filed(OTHER).merged(ONE));
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGE_TARGET_MERGED);

        ticket = standing(ONE, Fate.filed(ONE).merged(OTHER));
        assertThat(refused(merge())).isEqualTo(MergeRule.MERGED_ALREADY);
    }

    @Test
    void merge_isUndone_once() {
        ticket = standing(ONE, Fate.filed(ONE).merged(OTHER));
        assertThat(MergeDecider.decide(ticket, new Unmerge("两个井盖", ACTOR, AT)))
                .isEqualTo(Decision.Accepted.of(new TicketUnmerged(ONE, OTHER, "两个井盖", ACTOR, AT)));

        ticket = standing(ONE, ticket.fate().unmerged());
        assertThat(refused(MergeDecider.decide(ticket, new Unmerge("两个井盖", ACTOR, AT))))
                .isEqualTo(MergeRule.NOT_MERGED);
    }

    private static Fate refusedFate(UUID id) {
        TicketNotAccepted event =
                new Story(id, UUID.randomUUID(), UUID.randomUUID(), Story.LEAD, AT).ticketNotAccepted();
        if (!(Evolve.evolve(Fate.filed(id), event) instanceof Evolution.Moved(Fate fate))) {
            throw new AssertionError("not moved");
        }
        return fate;
    }

    private static Standing standing(UUID id, Fate fate) {
        return new Standing(id, "no", place("370102009001001"), true, fate);
    }

    private static Place place(String grid) {
        return Place.ofGrid(grid);
    }

    private Decision merge() {
        return MergeDecider.decide(ticket, new Merge(into, "同一井盖", ACTOR, AT));
    }

    private static ProblemCode refused(Decision decision) {
        if (!(decision instanceof Decision.Rejected rejected)) {
            throw new AssertionError("accepted: " + decision);
        }
        return rejected.rule();
    }
}
