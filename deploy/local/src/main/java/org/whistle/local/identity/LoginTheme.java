package org.whistle.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whistle.local.state.StateDir;

/** How the identity provider's own pages look: in the pages' colours, in Chinese and English. */
public final class LoginTheme {

    /** Name under which the realm asks for it. */
    public static final String NAME = "whistle";

    private static final String PLACE = "/theme/login/";
    private static final String PROPERTIES = "theme.properties";
    private static final String VERSION = "${whistle.version}";
    private static final int VERSION_BYTES = 6;

    private static final List<String> FILES = List.of(
            PROPERTIES,
            "messages/messages_en.properties",
            "messages/messages_zh_CN.properties",
            "resources/css/whistle.css",
            "resources/img/favicon.svg",
            "resources/img/whistle.svg");

    private LoginTheme() {}

    /**
     * Puts the theme among those of an identity provider; what an earlier version left is replaced, also what the provider
     * keeps compressed of it.
     *
     * @param home folder of the identity provider
     */
    public static void install(Path home) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        FILES.forEach(file -> files.put(file, read(file)));
        String version = version(files);
        files.computeIfPresent(PROPERTIES, (file, content) -> new String(content, StandardCharsets.UTF_8)
                .replace(VERSION, version)
                .getBytes(StandardCharsets.UTF_8));
        Path folder = home.resolve("themes").resolve(NAME).resolve("login");
        try {
            Path known = folder.resolve(PROPERTIES);
            if (!Files.exists(known) || !Arrays.equals(Files.readAllBytes(known), files.get(PROPERTIES))) {
                StateDir.delete(home.resolve("data").resolve("tmp").resolve("kc-gzip-cache"));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Browsers keep a style for a month under the address it has, so the address changes with the content. */
    private static String version(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = LoginTheme.class.getResourceAsStream(PLACE + file)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + PLACE + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
