package org.whistle.dispatch.policy;

import org.whistle.dispatch.routing.Router;
import org.whistle.dispatch.worktime.WorkingTime;
import org.whistle.district.District;

/**
 * One version of a district's data, indexed for deciding. Immutable; what was decided under it is explained by it for
 * good.
 *
 * @param district catalogue, bodies, register and figures
 * @param time the working-time clock over its calendar
 * @param router who is responsible under its rules
 */
public record PolicyVersion(District district, WorkingTime time, Router router) {

    /** Indexes a district; takes some tens of milliseconds. */
    public static PolicyVersion of(District district) {
        return new PolicyVersion(district, new WorkingTime(district), new Router(district));
    }

    /** The version's name: first 12 hex digits over its content. */
    public String version() {
        return district.version();
    }
}
