package org.whistle.local.state;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The heads of the services' audit chains as they were last found whole, kept outside the databases they tell of. */
public final class AuditHeads {

    private static final String FILE = "audit-heads.properties";

    private final Path file;
    private final TreeMap<String, Head> heads = new TreeMap<>();

    private AuditHeads(Path file) {
        this.file = file;
    }

    /**
     * The last record of a chain.
     *
     * @param seq its place
     * @param hash its hash, hexadecimal
     */
    public record Head(long seq, String hash) {}

    /** What was remembered in a state folder; nothing before the first verification. */
    public static AuditHeads open(StateDir state) {
        AuditHeads known = new AuditHeads(state.data().resolve(FILE));
        if (Files.exists(known.file)) {
            Properties lines = new Properties();
            try (Reader reader = Files.newBufferedReader(known.file)) {
                lines.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            lines.stringPropertyNames().forEach(service -> known.read(service, lines.getProperty(service)));
        }
        return known;
    }

    /** What is remembered of a service. */
    public Optional<Head> of(String service) {
        return Optional.ofNullable(heads.get(service));
    }

    /** Remembers from now on. */
    public void remember(String service, Head head) {
        heads.put(service, head);
        StringBuilder content = new StringBuilder("# The audit chains as ./whistle audit last found them whole.\n");
        heads.forEach((name, known) -> content.append(name)
                .append('=')
                .append(known.seq())
                .append(' ')
                .append(known.hash())
                .append('\n'));
        StateDir.writePrivately(file, content.toString());
    }

    private void read(String service, String text) {
        String[] parts = text.strip().split(" ");
        if (parts.length == 2 && parts[0].matches("[0-9]{1,18}") && parts[1].matches("[0-9a-f]+")) {
            heads.put(service, new Head(Long.parseLong(parts[0]), parts[1]));
        }
    }
}
