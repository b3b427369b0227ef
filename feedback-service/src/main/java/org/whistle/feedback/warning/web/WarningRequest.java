package org.whistle.feedback.warning.web;

import org.whistle.chassis.identity.AreaScope;
import org.whistle.feedback.sla.web.PlaceRequest;
import org.whistle.feedback.warning.WarningFilter;

/** The query parameters that say what warnings are about. */
public class WarningRequest extends PlaceRequest {

    WarningFilter filter(AreaScope scope) {
        return new WarningFilter(place(), department(), type(), scope);
    }
}
