package org.whistle.local.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Log files. */
public final class Logs {

    private static final int KEPT = 3;
    private static final int TAIL_BYTES = 16_384;

    private Logs() {}

    /** Moves the last log aside, {@code x.log} to {@code x.log.1} and so on; three old ones are kept. */
    public static void rotate(Path log) {
        try {
            for (int i = KEPT; i >= 1; i--) {
                Path from = i == 1 ? log : sibling(log, i - 1);
                if (Files.exists(from)) {
                    Files.move(from, sibling(log, i), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a log; none when there is no log. */
    public static List<String> tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sibling(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }
}
