package org.whistle.local.process;

import java.io.IOException;

/** How a process is asked to end. */
public enum StopSignal {
    /** The usual request. */
    TERMINATE,
    /** For the database: end now and in order, without waiting for clients to leave. */
    INTERRUPT;

    /** Asks the process to end. */
    public void send(ProcessHandle handle) {
        switch (this) {
            case TERMINATE -> handle.destroy();
            case INTERRUPT -> interrupt(handle);
        }
    }

    private static void interrupt(ProcessHandle handle) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + handle.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            handle.destroy();
        }
    }
}
