package org.whistle.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;

/** The sample district, and what a city would make of it by changing a file. */
public final class Districts {

    /** The sample as it comes with the software. */
    public static final District SAMPLE = District.sample();

    private Districts() {}

    /** The sample with one file changed. */
    public static District with(String file, UnaryOperator<String> change) {
        return District.read(zipWith(Map.of(file, change)));
    }

    /** The archive of the sample with files changed. */
    public static byte[] zipWith(Map<String, UnaryOperator<String>> changes) {
        Map<String, UnaryOperator<String>> open = new HashMap<>(changes);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(DistrictArchive.zip(SAMPLE)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                UnaryOperator<String> change = open.remove(entry.getName());
                files.put(
                        entry.getName(),
                        change == null
                                ? content
                                : change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8));
            }
            if (!open.isEmpty()) {
                throw new IllegalArgumentException("no such files: " + open.keySet());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    out.putNextEntry(new ZipEntry(file.getKey()));
                    out.write(file.getValue());
                    out.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
