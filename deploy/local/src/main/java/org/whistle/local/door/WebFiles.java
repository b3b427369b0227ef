package org.whistle.local.door;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built pages, with what was compressed beside them at build time. Those on the class path never change and are kept in
 * memory once read; those in a folder are read each time.
 */
final class WebFiles {

    static final String INDEX = "index.html";

    private static final String ROOT = "META-INF/whistle-web/";

    /** Plain letters only, no folder that climbs, and a file name with an ending. */
    private static final Pattern NAME =
            Pattern.compile("(?:[A-Za-z0-9_@-][A-Za-z0-9_.@-]*/)*[A-Za-z0-9_@-][A-Za-z0-9_.@-]*\\.[A-Za-z0-9]+");

    private static final int TAG_BYTES = 12;

    private final @Nullable Path root;
    private final boolean lasting;
    private final Map<String, WebFile> known = new ConcurrentHashMap<>();

    private WebFiles(@Nullable Path root, boolean lasting) {
        this.root = root;
        this.lasting = lasting;
    }

    /** Pages in a folder, as a developer builds them. */
    static WebFiles in(Path folder) {
        return new WebFiles(folder.toAbsolutePath().normalize(), false);
    }

    /** Pages on the class path; none when they are not there. */
    static WebFiles packaged(ClassLoader loader) {
        URL index = loader.getResource(ROOT + INDEX);
        if (index == null) {
            return new WebFiles(null, true);
        }
        try {
            return new WebFiles(path(index.toURI()).getParent(), true);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(URI file) throws IOException {
        if (!"jar".equals(file.getScheme())) {
            return Path.of(file);
        }
        String address = file.toString();
        Path jar = Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
        // Stays open as long as the process does, like the class path itself.
        FileSystem inside = FileSystems.newFileSystem(jar, (ClassLoader) null);
        return inside.getPath("/" + ROOT + INDEX);
    }

    /**
     * A file in the first encoding that is there.
     *
     * @param name path below the root, such as {@code assets/index-4f1c.js}
     * @param encodings what the caller takes, the best first
     * @return null when there is no such file
     */
    @Nullable
    WebFile find(String name, List<Encoding> encodings) {
        if (root == null || !NAME.matcher(name).matches() || isCopy(name)) {
            return null;
        }
        for (Encoding encoding : encodings) {
            WebFile file = load(name, encoding);
            if (file != null) {
                return file;
            }
        }
        return null;
    }

    /** Whether a file has been read before, so that asking for it takes no time. */
    boolean isAtHand(String name, List<Encoding> encodings) {
        return known.containsKey(name + encodings.getFirst().ending());
    }

    private static boolean isCopy(String name) {
        return name.endsWith(Encoding.BROTLI.ending()) || name.endsWith(Encoding.GZIP.ending());
    }

    private @Nullable WebFile load(String name, Encoding encoding) {
        String key = name + encoding.ending();
        WebFile before = known.get(key);
        if (before != null) {
            return before;
        }
        Path folder = root;
        if (folder == null) {
            return null;
        }
        Path file = folder.resolve(key);
        try {
            // A link that leads out of the folder is not followed.
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
                return null;
            }
            byte[] content = Files.readAllBytes(file);
            WebFile read = new WebFile(name, Buffer.buffer(content), tag(content), encoding);
            if (lasting) {
                known.put(key, read);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entity tag from the content. */
    static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
