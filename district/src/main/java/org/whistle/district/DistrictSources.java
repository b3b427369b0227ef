package org.whistle.district;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Takes a district's files from where they lie, never more than the bounds allow. */
final class DistrictSources {

    /** Bound of all files together, unpacked. */
    static final int MAX_MEGABYTES = 64;

    static final int MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;

    /** Bound of the entries of an archive; a district has a dozen. */
    static final int MAX_ENTRIES = 256;

    private static final int MAX_NAME = 200;

    private DistrictSources() {}

    static DistrictFiles ofClasspath(String folder) {
        Map<String, byte[]> contents = new HashMap<>();
        for (String name : DistrictFiles.KNOWN) {
            try (InputStream in = District.class.getResourceAsStream("/" + folder + "/" + name)) {
                if (in != null) {
                    contents.put(name, in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new DistrictFiles(contents);
    }

    static DistrictFiles ofDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw refused("找不到文件夹：" + directory, "there is no folder " + directory);
        }
        Map<String, byte[]> contents = new HashMap<>();
        long room = MAX_BYTES;
        for (String name : DistrictFiles.KNOWN) {
            Path file = directory.resolve(name);
            if (!Files.isRegularFile(file)) {
                continue;
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = in.readNBytes((int) room + 1);
                room -= content.length;
                if (room < 0) {
                    throw tooLarge();
                }
                contents.put(name, content);
            } catch (IOException e) {
                throw new DistrictException(
                        List.of(new Problem(name, 0, "", "文件无法读取", "the file cannot be read: " + e.getMessage())));
            }
        }
        return new DistrictFiles(contents);
    }

    static DistrictFiles ofZip(byte[] zip) {
        Map<String, byte[]> entries = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            long room = MAX_BYTES;
            int count = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                count++;
                if (count > MAX_ENTRIES) {
                    throw refused(
                            "压缩包条目超过" + MAX_ENTRIES + "个", "the archive has more than " + MAX_ENTRIES + " entries");
                }
                // Counted while unpacking, since the sizes an archive states may be lies.
                byte[] content = in.readNBytes((int) room + 1);
                room -= content.length;
                if (room < 0) {
                    throw tooLarge();
                }
                String name = entry.getName();
                if (!isSafe(name)) {
                    problems.add(archiveProblem("压缩包内有不安全的路径", "the archive has an unsafe path: " + printable(name)));
                } else if (!entry.isDirectory() && entries.put(name, content) != null) {
                    problems.add(archiveProblem("压缩包内文件重复：" + name, "the archive has a file twice: " + name));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // ZipInputStream reports a name that is not UTF-8 as an IllegalArgumentException.
            throw refused("压缩包已损坏或文件名不是UTF-8", "the archive is broken or its names are not UTF-8");
        }
        if (!problems.isEmpty()) {
            throw new DistrictException(problems);
        }
        if (entries.isEmpty()) {
            throw refused("不是压缩包，或压缩包为空", "not a zip archive, or an empty one");
        }
        return new DistrictFiles(withoutCommonFolder(entries));
    }

    /** Archives made of the folder itself carry its name before every file; that is fine, two such folders are not. */
    private static Map<String, byte[]> withoutCommonFolder(Map<String, byte[]> entries) {
        Map<String, byte[]> contents = new HashMap<>();
        Set<String> folders = new HashSet<>();
        entries.forEach((path, content) -> {
            int slash = path.lastIndexOf('/');
            String name = path.substring(slash + 1);
            String folder = path.substring(0, slash + 1);
            if (DistrictFiles.DATA.contains(name) && !folder.startsWith("__MACOSX/")) {
                folders.add(folder);
            }
        });
        if (folders.size() > 1) {
            throw refused("区县文件分散在多个文件夹中", "the district's files lie in more than one folder");
        }
        String folder = folders.isEmpty() ? "" : folders.iterator().next();
        entries.forEach((path, content) -> {
            if (path.startsWith(folder)) {
                contents.put(path.substring(folder.length()), content);
            }
        });
        return contents;
    }

    private static boolean isSafe(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME || name.startsWith("/")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == '\\' || c == ':') {
                return false;
            }
        }
        return !List.of(name.split("/", -1)).contains("..");
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.substring(0, Math.min(clean.length(), MAX_NAME));
    }

    private static DistrictException tooLarge() {
        return refused("文件合计超过" + MAX_MEGABYTES + "MB", "the files are larger than " + MAX_MEGABYTES + " MB together");
    }

    private static DistrictException refused(String zh, String en) {
        return new DistrictException(List.of(archiveProblem(zh, en)));
    }

    private static Problem archiveProblem(String zh, String en) {
        return new Problem("", 0, "", zh, en);
    }
}
