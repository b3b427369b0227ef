package org.whistle.intake.report.store;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;
import org.whistle.intake.reporter.Disclosure;

/**
 * A report that was decided and is to be stored.
 *
 * @param sealed the reporter's personal data, encrypted; null when none was given
 * @param disclosure the same in clear, with the person's own pseudonym; goes no further than the table of personal data
 * @param window within which earlier reports make it a repeat
 * @param event what goes to the journal
 */
record NewReport(
        StoredReport row, byte @Nullable [] sealed, Disclosure disclosure, Repeats.Window window, Envelope event) {}
