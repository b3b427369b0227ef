package org.whistle.intake.report.store;

import java.util.List;

/** What became of a report that was to be stored. */
sealed interface Written {

    /** It is stored, and its event with it. @param earlier what it repeats */
    record New(StoredReport report, List<Earlier> earlier) implements Written {}

    /** Under this account and client id one was stored before. @param earlier what that repeats */
    record Before(StoredReport report, List<Earlier> earlier) implements Written {}

    /**
     * Not stored: these photos are not the account's own unused ones.
     *
     * @param photos places in the request's list, from 0
     */
    record PhotosRefused(List<Integer> photos) implements Written {}

    /** Not stored: the ticket to be joined was closed in this very moment. */
    record TargetClosed() implements Written {}

    /** Not stored, though another one with its client id was not kept either; trying again will tell. */
    record Unclear() implements Written {}
}
