package org.whistle.dispatch.policy;

/** The policy in force, and the older ones that tickets were dispatched under. */
public interface PolicyBook {

    /** What new matters are decided under. */
    PolicyVersion current();

    /**
     * What a ticket was dispatched under.
     *
     * @throws IllegalArgumentException when the version is not at hand
     */
    PolicyVersion version(String version);
}
