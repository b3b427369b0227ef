package org.whistle.chassis.audit;

/** The same with a chain that tests may break: retention begins with the oldest record, so others' must not be there. */
public final class TamperedApp extends AuditedApp {

    static final String SERVICE = "tampered";

    public TamperedApp() {
        super(SERVICE);
    }
}
