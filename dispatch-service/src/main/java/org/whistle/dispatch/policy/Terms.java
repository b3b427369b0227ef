package org.whistle.dispatch.policy;

import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.Limit;
import org.whistle.district.LimitUnit;

/** The district's words as they stand on the wire, and back. */
public final class Terms {

    private Terms() {}

    /** A limit for an event. */
    public static Limit wire(org.whistle.district.Limit limit) {
        return new Limit(
                limit.value(),
                switch (limit.unit()) {
                    case UM -> Limit.Unit.URGENT_MINUTES;
                    case UH -> Limit.Unit.URGENT_HOURS;
                    case WH -> Limit.Unit.WORKING_HOURS;
                    case WD -> Limit.Unit.WORKING_DAYS;
                    case UD -> Limit.Unit.CONTINUOUS_DAYS;
                    case CD -> Limit.Unit.CALENDAR_DAYS;
                });
    }

    /** A limit for the clock. */
    public static org.whistle.district.Limit limit(Limit limit) {
        return new org.whistle.district.Limit(
                limit.value(),
                switch (limit.unit()) {
                    case URGENT_MINUTES -> LimitUnit.UM;
                    case URGENT_HOURS -> LimitUnit.UH;
                    case WORKING_HOURS -> LimitUnit.WH;
                    case WORKING_DAYS -> LimitUnit.WD;
                    case CONTINUOUS_DAYS -> LimitUnit.UD;
                    case CALENDAR_DAYS -> LimitUnit.CD;
                });
    }

    /** An urgency for an event. */
    public static Urgency wire(org.whistle.district.Urgency urgency) {
        return switch (urgency) {
            case U0 -> Urgency.U0;
            case U1 -> Urgency.U1;
            case U2 -> Urgency.U2;
            case U3 -> Urgency.U3;
            case U4 -> Urgency.U4;
        };
    }

    /** An urgency for the policy. */
    public static org.whistle.district.Urgency urgency(Urgency urgency) {
        return switch (urgency) {
            case U0 -> org.whistle.district.Urgency.U0;
            case U1 -> org.whistle.district.Urgency.U1;
            case U2 -> org.whistle.district.Urgency.U2;
            case U3 -> org.whistle.district.Urgency.U3;
            case U4 -> org.whistle.district.Urgency.U4;
        };
    }
}
