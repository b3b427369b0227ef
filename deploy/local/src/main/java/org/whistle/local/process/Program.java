package org.whistle.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How one part runs: what the supervisor needs to know to start it, watch it and end it. */
public interface Program {

    /** Short name: of its log and its record. */
    String name();

    /** Name for people. */
    String title();

    /**
     * Brings in order what must be there before the process starts; called before every start.
     *
     * @throws InterruptedException when the part is told to end meanwhile
     */
    void prepare(Helpers helpers) throws InterruptedException;

    /** Program and arguments. */
    List<String> command();

    /** Its whole environment. */
    Map<String, String> environment();

    /** Words that stand in its command line and in no other process's. */
    String marker();

    /** Whether it can do its work now; asked several times a second while it starts. */
    boolean isReady();

    /** Runs short programs that prepare something, recorded and ended like the part itself. */
    @FunctionalInterface
    interface Helpers {

        /**
         * Runs a program to its end; what it says goes to the part's log.
         *
         * @param marker words that stand in {@code command} and in no other process's command line
         * @throws IllegalStateException when it fails
         */
        void run(String marker, List<String> command, Map<String, String> environment) throws InterruptedException;
    }

    /** How it is asked to end. */
    default StopSignal stopSignal() {
        return StopSignal.TERMINATE;
    }

    /**
     * How long it may take to end before it is killed: at the first end after a build all write their archives of loaded
     * classes at once, which takes half a minute on two processors, and what is cut off is missing at the next start.
     */
    default Duration stopGrace() {
        return Duration.ofSeconds(60);
    }

    /** How long it may take to become ready. */
    default Duration startPatience() {
        return Duration.ofSeconds(180);
    }
}
