package org.whistle.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.Whistle;
import org.whistle.local.SystemAccess;

/**
 * More open tickets in one street than any has: one that was reported and dispatched, and copies of it that
 * dispatch-service's own table is given. Its lists, pages and searches take them for what they are; no other service
 * knows of them, so they are taken away again.
 */
final class ManyTickets implements AutoCloseable {

    /** A grid of a street in which no other test does anything. */
    private static final String GRID = "370102013001001";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How the ids of copies begin, and of no other ticket: those have the time in front. */
    private static final String IDS = "5eed5eed-0000-4000-8000-";

    private static final String COPY = """
            insert into ticket (id, version, ticket_no, status, matter, type, condition, urgency, urgency_rank, street,
                community, grid, lead, departments, round, filed_at, queued_since, dispatch_due, due, policy_version,
                summary, address, document)
            select copy.id, version, copy.no, status, matter, type, condition, 'U' || n % 5, n % 5, street, community,
                grid, lead, departments, round, filed_at - n * interval '1 minute', queued_since, dispatch_due,
                now() + (n * 7919 % 6000 - 600) * interval '1 minute', policy_version, summary || ' ' || n, address,
                replace(replace(document::text, ticket.id::text, copy.id::text), ticket_no, copy.no)::jsonb
            from ticket, generate_series(1, ?) n,
                lateral (select ('IDS' || lpad(n::text, 12, '0'))::uuid as id,
                    left(ticket_no, length(ticket_no) - 6) || lpad(n::text, 6, '0') as no) copy
            where ticket.id = ?
            """.replace("IDS", IDS);

    private static final String REMOVE = "delete from %s where %s::text like '" + IDS + "%%'";

    private final SystemAccess system;
    private final String dispatcher;

    private ManyTickets(SystemAccess system, String dispatcher) {
        this.system = system;
        this.dispatcher = dispatcher;
    }

    /** Puts so many copies there. */
    static ManyTickets put(Whistle whistle, int copies) throws SQLException {
        Matter matter = new Matter(whistle, GRID);
        matter.report(matter.body("C0101", "b"));
        matter.dispatcher().await("/api/dispatch/tickets/" + matter.ticket(), PATIENCE, answer -> answer.field("state")
                .filter("dispatched"::equals)
                .isPresent());
        ManyTickets many = new ManyTickets(whistle.system(), matter.dispatcher().account());
        many.close();
        try (Connection connection = many.connect();
                PreparedStatement copy = connection.prepareStatement(COPY)) {
            copy.setInt(1, copies);
            copy.setObject(2, UUID.fromString(matter.ticket()));
            copy.executeUpdate();
        }
        return many;
    }

    /** The account of the street's dispatcher. */
    String dispatcher() {
        return dispatcher;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(REMOVE.formatted("ticket", "id"));
            statement.executeUpdate(REMOVE.formatted("ticket_words", "ticket_id"));
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(system.jdbcUrl("dispatch"), "dispatch", system.databasePassword("dispatch"));
    }
}
