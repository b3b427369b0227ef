package org.whistle.department.assignment.store;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.WireFormat;
import org.whistle.department.assignment.Assignment.Rest;
import org.whistle.department.assignment.Particulars;

/**
 * What of an assignment is neither searched nor sorted, as one document.
 *
 * @param rest the suspension it is under; null in every other state
 */
record Details(Particulars particulars, @Nullable Rest rest) {

    static Details read(String json) {
        return WireFormat.read(Details.class, json.getBytes(StandardCharsets.UTF_8));
    }

    String json() {
        return new String(WireFormat.write(this), StandardCharsets.UTF_8);
    }
}
