package org.whistle.dispatch.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.TicketQueued.Reason;
import org.whistle.dispatch.routing.Answer;

/**
 * Keeps a whistle-blower's ticket (举报) from the very body it reports on: no rule sends it there, neither to lead nor to
 * cooperate. A person of the street may, who then answers for it.
 */
final class Withholding {

    private Withholding() {}

    /**
     * The rules' answer without that body.
     *
     * @param withheldFrom the body when it was named and is left out; null when it was not named
     */
    record Result(Answer answer, @Nullable String withheldFrom) {}

    /** @param about the body reported on; null when there is none */
    static Result from(@Nullable String about, Answer answer) {
        if (about == null) {
            return new Result(answer, null);
        }
        return switch (answer) {
            case Answer.Dispatch a
            when a.lead().equals(about) ->
                new Result(
                        new Answer.Queue(
                                Reason.NO_ANSWER, a.cooperating(), a.why().facts()),
                        about);
            case Answer.Dispatch a
            when a.cooperating().contains(about) ->
                new Result(new Answer.Dispatch(a.lead(), without(about, a.cooperating()), a.why()), about);
            case Answer.Dispatch a -> new Result(a, null);
            case Answer.Queue q
            when q.candidates().contains(about) ->
                new Result(new Answer.Queue(q.reason(), without(about, q.candidates()), q.facts()), about);
            case Answer.Queue q -> new Result(q, null);
        };
    }

    private static List<String> without(String about, List<String> bodies) {
        return bodies.stream().filter(body -> !body.equals(about)).toList();
    }
}
