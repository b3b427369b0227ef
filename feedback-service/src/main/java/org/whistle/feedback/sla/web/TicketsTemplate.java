package org.whistle.feedback.sla.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.SlaFilter;

/**
 * URI templates (RFC 6570) of the paths to the tickets behind numbers: one for all numbers of a row. Two whole paths for each
 * number would be most of what a large report sends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6570#section-3.2.9">RFC 6570, form-style query continuation</a>
 */
public final class TicketsTemplate {

    /** What the documents say of such a field. */
    public static final String ROW =
            "/api/feedback/sla/tickets?from=2026-02-28T16%3A00%3A00Z&to=2026-03-31T16%3A00%3A00Z&street=370102009{&rate,part}";

    static final String SERIES = "/api/feedback/sla/tickets?street=370102009&rate=handled-on-time{&from,to,part}";

    private TicketsTemplate() {}

    /** Of a group in a stretch of time; left open are the {@code rate} and the {@code part}. */
    public static String ofRow(Grouping grouping, SlaFilter filter, String group, Instant from, Instant to) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", from.toString());
        query.put("to", to.toString());
        query.putAll(group(grouping, filter, group));
        return template(query, "rate,part");
    }

    /** Of a group's rate over time; left open are the stretch {@code from} and {@code to} and the {@code part}. */
    static String ofSeries(Grouping grouping, SlaFilter filter, String group, Rate rate) {
        Map<String, String> query = group(grouping, filter, group);
        query.put("rate", rate.word());
        return template(query, "from,to,part");
    }

    private static Map<String, String> group(Grouping grouping, SlaFilter filter, String group) {
        Map<String, String> query = new LinkedHashMap<>();
        if (filter.place() != null) {
            query.put("street", filter.place());
        }
        if (filter.department() != null) {
            query.put("department", filter.department());
        }
        if (filter.type() != null) {
            query.put("type", filter.type());
        }
        switch (grouping) {
            case TOTAL -> {}
            case DEPARTMENT -> query.put("department", group);
            // The narrower of the place asked for and the group.
            case STREET, COMMUNITY, GRID -> {
                if (filter.place() == null || filter.place().length() < group.length()) {
                    query.put("street", group);
                }
            }
            case TYPE -> query.put("type", group);
        }
        return query;
    }

    /** The query is never empty, so that what is left open can continue it. */
    private static String template(Map<String, String> query, String open) {
        StringBuilder template = new StringBuilder("/api/feedback/sla/tickets");
        query.forEach((name, value) -> template.append(template.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return template.append("{&").append(open).append('}').toString();
    }
}
