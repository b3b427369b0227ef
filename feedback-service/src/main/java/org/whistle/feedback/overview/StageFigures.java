package org.whistle.feedback.overview;

/**
 * One stage at a glance.
 *
 * @param waiting matters in this stage now
 * @param overdue of them, those with a limit of this stage that is used up and not paused
 * @param done what left this stage since the day began: reports filed, matters that went on to dispatch or were registered,
 *     tickets first dispatched, parts completed, tickets closed
 */
public record StageFigures(LoopStage stage, long waiting, long overdue, long done) {}
