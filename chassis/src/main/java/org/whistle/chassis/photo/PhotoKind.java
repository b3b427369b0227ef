package org.whistle.chassis.photo;

import java.util.Locale;
import org.whistle.chassis.problem.Words;

/** What a file is by its first bytes; its name and stated type do not count. */
enum PhotoKind {
    JPEG("JPEG", "JPEG"),
    PNG("PNG", "PNG"),
    WEBP("WebP", "WebP"),
    GIF("GIF", "GIF"),
    HEIF("HEIC/HEIF/AVIF", "HEIC/HEIF/AVIF"),
    VIDEO("音频或视频", "audio or video"),
    PDF("PDF", "PDF"),
    BMP("BMP", "BMP"),
    TIFF("TIFF", "TIFF"),
    ARCHIVE("压缩包或文档", "an archive or document"),
    MARKUP("HTML、XML 或 SVG", "HTML, XML or SVG"),
    PROGRAM("程序", "a program"),
    UNKNOWN("未知格式", "of no known format");

    private final Words words;

    PhotoKind(String zh, String en) {
        this.words = new Words(zh, en);
    }

    /** The name to show. */
    Words words() {
        return words;
    }

    static PhotoKind of(PhotoBytes file) {
        if (file.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (file.startsWith(PngCleaner.SIGNATURE)) {
            return PNG;
        }
        if (file.startsWith("RIFF")) {
            return fourAt(file, 8).equals("WEBP") ? WEBP : VIDEO;
        }
        if (file.startsWith("GIF8")) {
            return GIF;
        }
        if (fourAt(file, 4).equals("ftyp")) {
            return switch (fourAt(file, 8)) {
                case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis" -> HEIF;
                default -> VIDEO;
            };
        }
        if (file.startsWith("%PDF")) {
            return PDF;
        }
        if (file.startsWith("BM")) {
            return BMP;
        }
        if (file.startsWith("II*\0") || file.startsWith("MM\0*")) {
            return TIFF;
        }
        if (file.startsWith("PK")
                || file.startsWith("Rar!")
                || file.startsWith("7z\u00bc\u00af")
                || file.startsWith("\u001f\u008b")
                || file.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return ARCHIVE;
        }
        if (file.startsWith("MZ") || file.startsWith("\u007fELF") || file.startsWith("#!")) {
            return PROGRAM;
        }
        return looksLikeMarkup(file) ? MARKUP : UNKNOWN;
    }

    private static boolean looksLikeMarkup(PhotoBytes file) {
        int at = file.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < 1024 && file.peek(at) >= 0 && file.peek(at) <= ' ') {
            at++;
        }
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < 5 && file.peek(at + i) >= 0; i++) {
            start.append((char) file.peek(at + i));
        }
        String text = start.toString().toLowerCase(Locale.ROOT);
        return text.startsWith("<!")
                || text.startsWith("<?")
                || text.startsWith("<htm")
                || text.startsWith("<svg")
                || text.startsWith("<body")
                || text.startsWith("<scri")
                || text.startsWith("<head");
    }

    private static String fourAt(PhotoBytes file, int at) {
        StringBuilder four = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            int c = file.peek(at + i);
            if (c < 0) {
                return "";
            }
            four.append((char) c);
        }
        return four.toString();
    }
}
