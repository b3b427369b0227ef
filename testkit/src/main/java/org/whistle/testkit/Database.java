package org.whistle.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One service's database as a test looks into it: plain statements, each in a transaction of its own.
 *
 * @param service name of the database and of its login
 * @param port port on 127.0.0.1
 */
public record Database(String service, int port) {

    /** The password of every service's login; a test run's data is worth nothing. */
    public static final String PASSWORD = "whistle-test";

    /** The database of a service in this JVM's stores, made when it is not there. */
    public static Database of(String service) {
        return Stores.shared().database(service);
    }

    /** Runs a statement with its parameters; answers how many rows it touched. */
    public int execute(String sql, @Nullable Object... parameters) {
        return with(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** All rows of a query, each from column name to value. */
    public List<Map<String, @Nullable Object>> rows(String sql, @Nullable Object... parameters) {
        return with(sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                ResultSetMetaData columns = result.getMetaData();
                List<Map<String, @Nullable Object>> rows = new ArrayList<>();
                while (result.next()) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        row.put(columns.getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        });
    }

    /** The first column of the first row as a number; for counting. */
    public long number(String sql, @Nullable Object... parameters) {
        return with(sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("no row: " + sql);
                }
                return result.getLong(1);
            }
        });
    }

    /** Empties tables, and whatever refers to them. */
    public void truncate(String... tables) {
        execute("TRUNCATE " + String.join(", ", tables) + " CASCADE");
    }

    /** A connection of the service's login; the caller closes it. */
    public Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {Stores.HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(service);
        source.setUser(service);
        source.setPassword(PASSWORD);
        return source.getConnection();
    }

    private <T> T with(String sql, @Nullable Object[] parameters, Work<T> work) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
