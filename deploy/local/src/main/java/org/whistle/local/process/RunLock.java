package org.whistle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.whistle.local.state.StateDir;

/**
 * Held by the one launcher of a state folder for as long as it lives. The system gives it back however the launcher ends.
 */
public final class RunLock implements AutoCloseable {

    /**
     * Folders locked by this very process. Asked before the file is opened at all, since on POSIX systems closing any
     * descriptor of a file gives back all of the process's locks on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Path home;

    private RunLock(FileChannel channel, Path home) {
        this.channel = channel;
        this.home = home;
    }

    /** Takes the lock; empty when another launcher has it. */
    public static Optional<RunLock> tryAcquire(StateDir state) {
        if (!HELD.add(state.home())) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileChannel channel =
                    FileChannel.open(state.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            if (taken) {
                return Optional.of(new RunLock(channel, state.home()));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!taken) {
                HELD.remove(state.home());
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(home);
        }
    }
}
