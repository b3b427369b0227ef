package org.whistle.contracts.feedback;

import org.whistle.contracts.JournalEvent;

/** A fact that feedback-service, the supervision side, decides. */
public sealed interface FeedbackEvent extends JournalEvent
        permits VerificationPassed,
                ReworkOrdered,
                ReporterAnswered,
                TicketReopened,
                TicketClosed,
                ClockWarned,
                ClockBreached,
                SupervisionOrdered,
                TicketChased,
                BulletinIssued,
                CheckInMissed,
                AppealFiled,
                AppealDecided,
                CommunityRated {}
