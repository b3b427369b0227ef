package org.whistle.district;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a district by name, wherever they came from; files a district does not know are left out. */
final class DistrictFiles {

    static final String INFO = "district.json";
    static final String PLACES = "places.geojson";
    static final String DEPARTMENTS = "departments.csv";
    static final String CATALOGUE = "catalogue.csv";
    static final String HOLIDAYS = "holidays.csv";
    static final String WORKING_HOURS = "working-hours.csv";
    static final String POLICY = "policy.csv";
    static final String RULES = "rules.csv";
    static final String DUTY_LISTS = "duty-lists.csv";
    static final String ASSETS = "assets.csv";
    static final String ACCOUNTS = "accounts.csv";
    static final String WHISTLE_RIGHTS = "whistle-rights.csv";

    /** Files a district consists of, all of them required. */
    static final List<String> DATA = List.of(
            INFO, PLACES, DEPARTMENTS, CATALOGUE, HOLIDAYS, WORKING_HOURS, POLICY, RULES, DUTY_LISTS, ASSETS, ACCOUNTS);

    /** Files that are part of it when they are there, and of its version then. */
    static final List<String> OPTIONAL = List.of(WHISTLE_RIGHTS);

    /** Files that may lie beside them and travel along, without being part of the version. */
    static final List<String> COMPANIONS = List.of("ORIGIN.md", "README.md");

    /** Everything an archive keeps. */
    static final Set<String> KNOWN = known();

    private static final int VERSION_LENGTH = 12;

    private final Map<String, byte[]> contents;

    DistrictFiles(Map<String, byte[]> contents) {
        this.contents = new TreeMap<>(contents);
        this.contents.keySet().retainAll(KNOWN);
    }

    /** Names in order. */
    Set<String> names() {
        return Set.copyOf(contents.keySet());
    }

    byte @Nullable [] content(String name) {
        return contents.get(name);
    }

    Map<String, byte[]> contents() {
        return contents;
    }

    /**
     * First 12 hex digits of SHA-256 over the data files in the order of their names, each with its name and length before
     * it. Byte order marks and the kind of line end do not count, since editors and version control change them unasked.
     */
    String version() {
        MessageDigest digest = sha256();
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            if (DATA.contains(file.getKey()) || OPTIONAL.contains(file.getKey())) {
                byte[] canonical = canonical(file.getValue());
                digest.update((file.getKey() + "\n" + canonical.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(canonical);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    }

    private static byte[] canonical(byte[] content) {
        byte[] result = new byte[content.length];
        int length = 0;
        for (int i = startOfText(content); i < content.length; i++) {
            boolean lineEndOfTwo = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
            if (!lineEndOfTwo) {
                result[length++] = content[i];
            }
        }
        return Arrays.copyOf(result, length);
    }

    /** 3 when the content begins with a UTF-8 byte order mark, else 0. */
    static int startOfText(byte[] content) {
        boolean marked = content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static Set<String> known() {
        Set<String> names = new LinkedHashSet<>(DATA);
        names.addAll(OPTIONAL);
        names.addAll(COMPANIONS);
        return Collections.unmodifiableSet(names);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
