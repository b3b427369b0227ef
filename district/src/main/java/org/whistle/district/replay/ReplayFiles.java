package org.whistle.district.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Opens the CSV files of a replay, bundled or given. */
final class ReplayFiles {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private ReplayFiles() {}

    static <T> T bundled(String name, Function<Iterable<CSVRecord>, T> reading) {
        try (InputStream in = ReplayFiles.class.getResourceAsStream("/replay/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the software comes without its file " + name);
            }
            return parsed(new InputStreamReader(in, StandardCharsets.UTF_8), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(Path file, Function<Iterable<CSVRecord>, T> reading) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return parsed(reader, reading);
        }
    }

    private static <T> T parsed(Reader reader, Function<Iterable<CSVRecord>, T> reading) throws IOException {
        try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            return reading.apply(parser);
        }
    }
}
