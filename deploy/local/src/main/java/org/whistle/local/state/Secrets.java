package org.whistle.local.state;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/** Passwords and keys, made at random the first time they are asked for and kept from then on. */
public final class Secrets {

    /** No letters that are mistaken for one another when a password is typed from a screen. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 24;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    private Secrets(Path file) {
        this.file = file;
    }

    /**
     * Opens the secrets of a state folder.
     *
     * @throws LocalException when there are data but no secrets to open them with
     */
    public static Secrets open(StateDir state) {
        Secrets secrets = new Secrets(state.secrets());
        if (Files.exists(state.secrets())) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(state.secrets())) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(name -> secrets.values.put(name, properties.getProperty(name)));
        } else if (state.hasData()) {
            throw new LocalException(new Text(
                    "数据还在，但密钥文件 " + state.secrets() + " 不见了。请恢复该文件，或用 ./whistle up --fresh 清空重来。",
                    "the data are there but the secrets file " + state.secrets()
                            + " is gone. Restore it, or start anew with ./whistle up --fresh."));
        }
        return secrets;
    }

    /** A password of 24 letters and digits. */
    public String password(String name) {
        return get(name, randomLetters(PASSWORD_LENGTH));
    }

    /** The key with which the services encrypt personal data: 32 bytes in Base64. */
    public String dataKey() {
        return key("data.key");
    }

    /** The key with which the services sign the head of their audit chain: 32 bytes in Base64. */
    public String auditKey() {
        return key("audit.key");
    }

    private String key(String name) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return get(name, Base64.getEncoder().encodeToString(key));
    }

    /** Random letters and digits that are told apart easily. */
    public static String randomLetters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private synchronized String get(String name, String candidate) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        values.put(name, candidate);
        StringBuilder content =
                new StringBuilder("# Made at the first start. Without this file the data cannot be opened.\n");
        values.forEach(
                (key, value) -> content.append(key).append('=').append(value).append('\n'));
        StateDir.writePrivately(file, content.toString());
        return candidate;
    }
}
