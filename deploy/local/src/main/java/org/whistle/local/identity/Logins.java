package org.whistle.local.identity;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.whistle.local.state.StateDir;

/** The file with all logins: the only place where their passwords can be read. */
public final class Logins {

    private static final List<String> COLUMNS =
            List.of("username", "password", "name_zh", "name_en", "roles", "areas", "department");

    private Logins() {}

    /** All logins by name, in the order of the file; none when nothing was started here yet. */
    public static Map<String, Login> read(StateDir state) {
        Map<String, Login> logins = new LinkedHashMap<>();
        if (!Files.exists(state.accounts())) {
            return logins;
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(state.accounts());
                var records = format.parse(reader)) {
            for (CSVRecord row : records) {
                String department = row.get("department");
                Login login = new Login(
                        row.get("username"),
                        row.get("password"),
                        row.get("name_zh"),
                        row.get("name_en"),
                        Set.copyOf(words(row.get("roles"))),
                        words(row.get("areas")),
                        department.isEmpty() ? null : department);
                logins.put(login.username(), login);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logins;
    }

    /** Writes all logins anew. */
    static void write(StateDir state, Collection<Login> logins) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            printer.printRecord(COLUMNS);
            for (Login login : logins) {
                printer.printRecord(
                        login.username(),
                        login.password(),
                        login.zh(),
                        login.en(),
                        String.join(" ", login.roles().stream().sorted().toList()),
                        String.join(" ", login.areas()),
                        login.department());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StateDir.writePrivately(state.accounts(), text.toString());
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }
}
