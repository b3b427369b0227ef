package org.whistle.district;

/** Degree of urgency of a type × condition, U0 the most urgent (risk to life or safety) to U4. */
public enum Urgency implements Coded {
    U0,
    U1,
    U2,
    U3,
    U4;

    @Override
    public String code() {
        return name();
    }
}
