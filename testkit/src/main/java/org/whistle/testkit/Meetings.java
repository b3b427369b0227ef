package org.whistle.testkit;

import java.util.List;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.reply.AnswerOwnership;
import org.whistle.contracts.reply.CheckIn;

/**
 * Bodies called together over a story's ticket: whistles, the question whose an asset is, consultations.
 * Each message is complete and true to its contract; its times follow the story's.
 */
public record Meetings(Story story) {

    private static final Actor DISPATCHER = new Actor("dispatcher-1", null);

    private Actor handler() {
        return new Actor(story.department() + "-1", story.department());
    }

    /** The street calls the bodies in dispute together (会商); all sides are heard before it decides for good. */
    public ConsultationOpened consultationOpened() {
        return new ConsultationOpened(
                story.ticketId(),
                story.returnId(),
                List.of(Story.LEAD, Story.PARTNER),
                "管线归属不清",
                "街道办 302 会议室",
                story.minute(90),
                DISPATCHER,
                story.minute(30));
    }

    /** The consultation decided who is responsible; the decision binds, and a dispatch follows. */
    public ConsultationConcluded consultationConcluded() {
        return new ConsultationConcluded(
                story.ticketId(),
                story.returnId(),
                "供水集团负责，排水配合",
                "《城市供水条例》第二十条",
                Story.LEAD,
                List.of(Story.PARTNER),
                DISPATCHER,
                story.minute(30));
    }

    /** A body called by a whistle is on site. */
    public CheckedIn checkedIn() {
        return new CheckedIn(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                Story.POSITION,
                35,
                handler(),
                story.minute(25));
    }

    /** A body asked by an identification whistle says whether the asset is its own; its part is then done. */
    public OwnershipAnswered ownershipAnswered() {
        return new OwnershipAnswered(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                false,
                "管网图无此井",
                handler(),
                story.minute(25));
    }

    /** A body called by a whistle is on site. */
    public CheckIn checkIn() {
        return new CheckIn(story.ticketId(), story.assignmentId(), "值班员", Story.POSITION);
    }

    /** A body asked by an identification whistle says whether the asset is its own. */
    public AnswerOwnership answerOwnership() {
        return new AnswerOwnership(story.ticketId(), story.assignmentId(), "值班员", false, "管网图无此井");
    }

    /** The district fixed the owner of an asset for good, by an identification whistle or as the backstop (兜底). */
    public AssetOwnerRegistered assetOwnerRegistered() {
        return new AssetOwnerRegistered(
                story.ticketId(),
                "MH-1",
                story.department(),
                Story.POSITION,
                "八家单位均不认领，由城管兜底",
                DISPATCHER,
                story.minute(30));
    }

    /** The street rates one body's part in a whistle or ticket. */
    public LegRated legRated() {
        return new LegRated(
                story.ticketId(),
                story.assignmentId(),
                story.department(),
                Satisfaction.SATISFIED,
                "到场及时",
                DISPATCHER,
                story.minute(30));
    }
}
