package org.whistle.feedback.loop.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.Matter;

/**
 * A command as it waits for its turn.
 *
 * @param expected the version the caller has seen; null when the command is meant for whatever is there
 */
record Wish(UUID ticketId, @Nullable Long expected, Function<Matter, Access> access, LoopCommand command) {

    /** The photos that show it; only a verification has any. */
    List<UUID> photos() {
        return command instanceof LoopCommand.Verify verify ? verify.photos() : List.of();
    }
}
