package org.whistle.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/** Room on the disk. */
public final class Room {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long FIRST_START = 2048;
    private static final long LATER_START = 500;
    private static final long SHORT = 100;

    private Room() {}

    /**
     * Refuses to start on a disk that is nearly full: 2 GB for the first start, 500 MB for later ones.
     *
     * @throws LocalException when there is less
     */
    public static void check(StateDir state) {
        long needed = state.hasData() ? LATER_START : FIRST_START;
        long free = freeMegabytes(state);
        if (free < needed) {
            throw new LocalException(new Text(
                    "磁盘空间不足：" + state.home() + " 所在磁盘只剩 " + free + " MB，需要 " + needed
                            + " MB。请清理磁盘，或用 WHISTLE_HOME 指定另一磁盘上的目录。",
                    "the disk is nearly full: " + free + " MB are free where " + state.home() + " lies, " + needed
                            + " MB are needed. Make room, or name a folder on another disk with WHISTLE_HOME."));
        }
    }

    /** Whether so little is left that programs begin to fail for want of it: less than 100 MB. */
    public static boolean isShort(StateDir state) {
        return freeMegabytes(state) < SHORT;
    }

    /** Free room where the state folder lies. */
    public static long freeMegabytes(StateDir state) {
        try {
            return Files.getFileStore(state.home()).getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
