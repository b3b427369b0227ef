package org.whistle.dispatch.worktime;

/** An instant or a limit lies where no calendar reaches: decades from every year the district's calendar knows. */
public final class OutsideCalendar extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    OutsideCalendar(String message) {
        super(message);
    }
}
