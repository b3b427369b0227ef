package org.whistle.contracts.dispatch;

import org.whistle.contracts.JournalEvent;

/** A fact that dispatch-service decides. */
public sealed interface DispatchEvent extends JournalEvent
        permits TicketQueued,
                TicketDispatched,
                TicketNotAccepted,
                HandlingPaused,
                ReturnApproved,
                ReturnRefused,
                ReworkAssigned,
                ExtensionGranted,
                ExtensionRefused,
                SuspensionGranted,
                SuspensionRefused,
                HandlingResumed,
                ConsultationOpened,
                ConsultationConcluded,
                LegRated,
                AssetOwnerRegistered {}
