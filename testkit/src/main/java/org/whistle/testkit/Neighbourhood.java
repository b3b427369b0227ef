package org.whistle.testkit;

import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;

/**
 * What the chain below the street and the community do with a story's ticket: matters, alarms, merges.
 * Each message is complete and true to its contract; its times follow the story's.
 */
public record Neighbourhood(Story story) {

    private static final Actor COMMUNITY = new Actor("community-1", null);

    /** A coordination or prominent matter was taken up below the street; it becomes a ticket only when it is passed up to the street or a deliberation decides so. */
    public MatterOpened matterOpened() {
        return new MatterOpened(
                story.ticketId(),
                story.report().build().ticketNo(),
                MatterKind.COORDINATION,
                ChainLevel.BRANCH,
                "C0101",
                "a",
                "楼上漏水，两户说法不一",
                Place.ofGrid(Story.GRID),
                Story.POSITION,
                "甸新东路 12 号楼",
                List.of(),
                story.reportFiled().reporter(),
                "grid-1",
                false,
                story.minute(6),
                null);
    }

    /** A level of the chain settled the matter; it ends without a ticket. */
    public MatterAnswered matterAnswered() {
        return new MatterAnswered(story.ticketId(), ChainLevel.BRANCH, "双方同意共同维修", COMMUNITY, story.minute(6));
    }

    /** A level could not solve the matter and passes it up with its history; at the street it becomes a ticket. */
    public MatterPassedUp matterPassedUp() {
        return new MatterPassedUp(
                story.ticketId(), ChainLevel.BRANCH, ChainLevel.COMMUNITY, "调解两次未果", COMMUNITY, story.minute(6));
    }

    /** A prominent matter was put to a residents' deliberation (议事园) and its resolution recorded. */
    public DeliberationHeld deliberationHeld() {
        return new DeliberationHeld(
                story.ticketId(), 23, List.of("甲", "乙"), "保留绿地，另辟停车位", true, COMMUNITY, story.minute(6));
    }

    /** A level alarmed by an emergency says that it knows and acts. */
    public AlarmAcknowledged alarmAcknowledged() {
        return new AlarmAcknowledged(story.ticketId(), AlarmLevel.STREET, COMMUNITY, story.minute(6));
    }

    /** The danger of an emergency is over; from here on it is handled like any ticket. */
    public MarkedSafe markedSafe() {
        return new MarkedSafe(story.ticketId(), "已围护并断电", COMMUNITY, story.minute(6));
    }

    /** The community found that this open ticket and another are the same matter; it goes on in the other, and its reporter is answered with that. */
    public TicketMerged ticketMerged(UUID other) {
        return new TicketMerged(story.ticketId(), other, "同一井盖，相距 3 米", COMMUNITY, story.minute(6));
    }

    /** The merge was an error and is undone: the ticket stands for itself again and is dispatched anew. */
    public TicketUnmerged ticketUnmerged(UUID other) {
        return new TicketUnmerged(story.ticketId(), other, "实为两处井盖", COMMUNITY, story.minute(6));
    }
}
