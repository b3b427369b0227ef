package org.whistle.district;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a district's files into a zip archive; the same files always give the same bytes. */
public final class DistrictArchive {

    /** The earliest moment the format can hold; a real time would make every archive different. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private DistrictArchive() {}

    /**
     * Packs the known files of a folder, unchecked, so that whoever reads the archive reports what is wrong with it.
     *
     * @throws DistrictException when the folder cannot be read or is too large
     */
    public static byte[] zip(Path directory) {
        return zip(DistrictSources.ofDirectory(directory));
    }

    /** Packs the files a district was read from. */
    public static byte[] zip(District district) {
        return zip(district.files());
    }

    private static byte[] zip(DistrictFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
