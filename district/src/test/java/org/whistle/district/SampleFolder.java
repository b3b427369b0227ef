package org.whistle.district;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A copy of the sample district to spoil. */
final class SampleFolder {

    private final Path folder;

    private SampleFolder(Path folder) {
        this.folder = folder;
    }

    static SampleFolder in(Path folder) throws IOException {
        for (String name : DistrictFiles.KNOWN) {
            try (InputStream in = SampleFolder.class.getResourceAsStream("/sample/" + name)) {
                if (in != null) {
                    Files.write(folder.resolve(name), in.readAllBytes());
                }
            }
        }
        return new SampleFolder(folder);
    }

    Path path() {
        return folder;
    }

    SampleFolder replace(String file, String old, String replacement) throws IOException {
        return edit(file, text -> {
            if (!text.contains(old)) {
                throw new IllegalArgumentException(file + " has no " + old);
            }
            return text.replace(old, replacement);
        });
    }

    SampleFolder append(String file, String line) throws IOException {
        return edit(file, text -> text + line + "\n");
    }

    SampleFolder edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
        return this;
    }

    SampleFolder delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    /** Number of lines of a file, which is the number of an appended line less one. */
    int lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).size();
    }

    District read() {
        return District.read(folder);
    }

    List<Problem> problems() {
        try {
            District.read(folder);
            return List.of();
        } catch (DistrictException e) {
            return e.problems();
        }
    }
}
