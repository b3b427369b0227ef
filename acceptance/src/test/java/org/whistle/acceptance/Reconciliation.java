package org.whistle.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.whistle.local.SystemAccess;

/** Holds what was answered against what stands in each service's own database. */
final class Reconciliation {

    /** By service: how often each ticket stands in its table. */
    private static final Map<String, String> COUNTS = Map.of(
            "intake", "select id, count(*) from report where id = any(?) group by 1",
            "dispatch", "select id, count(*) from ticket where id = any(?) group by 1",
            "department", "select ticket_id, count(*) from assignment where ticket_id = any(?) group by 1",
            "feedback", "select ticket_id, count(*) from loop where ticket_id = any(?) group by 1");

    private final SystemAccess system;

    Reconciliation(SystemAccess system) {
        this.system = system;
    }

    /** By service: how many of the tickets are not there; empty when all are everywhere. */
    Map<String, Integer> missing(Collection<String> tickets) {
        Map<String, Integer> missing = new TreeMap<>();
        COUNTS.keySet().forEach(service -> {
            int found = counts(service, tickets).size();
            if (found < tickets.size()) {
                missing.put(service, tickets.size() - found);
            }
        });
        return missing;
    }

    /** By service: how many of the tickets are there more than once; empty when none is. */
    Map<String, Long> doubled(Collection<String> tickets) {
        Map<String, Long> doubled = new TreeMap<>();
        COUNTS.keySet().forEach(service -> {
            long twice = counts(service, tickets).values().stream()
                    .filter(count -> count > 1)
                    .count();
            if (twice > 0) {
                doubled.put(service, twice);
            }
        });
        return doubled;
    }

    private Map<UUID, Integer> counts(String service, Collection<String> tickets) {
        Map<UUID, Integer> counts = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(
                        system.jdbcUrl(service), service, system.databasePassword(service));
                PreparedStatement statement = connection.prepareStatement(COUNTS.get(service))) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", tickets.stream().map(UUID::fromString).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getObject(1, UUID.class), rows.getInt(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(service, e);
        }
        return counts;
    }
}
