package org.whistle.contracts.intake;

import org.whistle.contracts.JournalEvent;

/** A fact that intake-service decides. */
public sealed interface IntakeEvent extends JournalEvent
        permits ReportFiled,
                RoutineRegistered,
                ReportJoined,
                MatterOpened,
                MatterAnswered,
                MatterPassedUp,
                DeliberationHeld,
                AlarmAcknowledged,
                MarkedSafe,
                TicketMerged,
                TicketUnmerged {}
