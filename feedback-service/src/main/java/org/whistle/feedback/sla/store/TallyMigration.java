package org.whistle.feedback.sla.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database's side of the counts to the rules of this program whenever they have changed, after all numbered
 * migrations, and counts everything anew by them. Its checksum is that of the rules.
 */
public final class TallyMigration implements JavaMigration {

    private static final Logger LOG = Logger.getLogger(TallyMigration.class);

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null; // repeatable
    }

    @Override
    public String getDescription() {
        return "rules of counting";
    }

    @Override
    public Integer getChecksum() {
        CRC32 checksum = new CRC32();
        TallyRules.statements().forEach(statement -> checksum.update(statement.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        boolean anything = hasTickets(context.getConnection());
        if (anything) {
            LOG.info("The rules of counting have changed: everything is counted anew, which takes minutes for a million"
                    + " tickets");
        }
        apply(context.getConnection());
        if (anything) {
            LOG.info("Everything is counted by the new rules");
        }
    }

    private static boolean hasTickets(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select exists (select 1 from loop)")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** Makes view, triggers and functions, and counts anew; needs the transaction of the caller. */
    public static void apply(Connection connection) throws SQLException {
        List<String> statements = TallyRules.statements();
        try (Statement statement = connection.createStatement()) {
            // Nobody writes facts between the emptying and the counting.
            statement.execute("lock table loop, leg, callback, leg_rating, community_rating, tally, tally_delta"
                    + " in access exclusive mode");
            for (String one : statements) {
                statement.execute(one);
            }
            statement.execute("truncate tally, tally_delta");
            statement.execute("select count(*) from tally_recount(true)");
        }
    }
}
