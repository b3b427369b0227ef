package org.whistle.local;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.local.door.Basemap;
import org.whistle.local.part.BuildOutput;
import org.whistle.local.text.Progress;

/**
 * How a local system is to be started.
 *
 * @param home folder for everything it keeps
 * @param root folder of the repository, already built
 * @param ports its ports; null = ten free ones
 * @param parts what to start
 * @param fresh whether to begin with no data
 * @param bind address the front door listens on
 * @param publicUrl address of the front door as browsers and tokens know it; null = {@code http://localhost:<port>}
 * @param sampleDistrict whether to load the sample district and its accounts at the first start
 * @param basemap map tiles of somebody else's below our own outlines; null = none
 * @param pages folder of built pages to serve, read anew for each request; null = those that were built with this
 * @param progress where to tell what is going on
 */
public record Options(
        Path home,
        Path root,
        @Nullable Ports ports,
        Set<Part> parts,
        boolean fresh,
        String bind,
        @Nullable String publicUrl,
        boolean sampleDistrict,
        @Nullable Basemap basemap,
        @Nullable Path pages,
        Progress progress) {

    public Options {
        parts = Set.copyOf(parts);
    }

    /** Everything, on ten free ports, with the sample district: what a test of the whole system wants. */
    public static Options in(Path home) {
        return new Options(
                home,
                BuildOutput.root(),
                null,
                Part.all(),
                false,
                "127.0.0.1",
                null,
                true,
                null,
                null,
                Progress.silent());
    }

    public Options withRoot(Path value) {
        return new Options(home, value, ports, parts, fresh, bind, publicUrl, sampleDistrict, basemap, pages, progress);
    }

    public Options withPorts(@Nullable Ports value) {
        return new Options(home, root, value, parts, fresh, bind, publicUrl, sampleDistrict, basemap, pages, progress);
    }

    public Options withParts(Set<Part> value) {
        return new Options(home, root, ports, value, fresh, bind, publicUrl, sampleDistrict, basemap, pages, progress);
    }

    public Options withFresh(boolean value) {
        return new Options(home, root, ports, parts, value, bind, publicUrl, sampleDistrict, basemap, pages, progress);
    }

    public Options withBind(String value) {
        return new Options(home, root, ports, parts, fresh, value, publicUrl, sampleDistrict, basemap, pages, progress);
    }

    public Options withPublicUrl(@Nullable String value) {
        return new Options(home, root, ports, parts, fresh, bind, value, sampleDistrict, basemap, pages, progress);
    }

    public Options withSampleDistrict(boolean value) {
        return new Options(home, root, ports, parts, fresh, bind, publicUrl, value, basemap, pages, progress);
    }

    public Options withPages(@Nullable Basemap map, @Nullable Path folder) {
        return new Options(home, root, ports, parts, fresh, bind, publicUrl, sampleDistrict, map, folder, progress);
    }

    public Options withProgress(Progress value) {
        return new Options(home, root, ports, parts, fresh, bind, publicUrl, sampleDistrict, basemap, pages, value);
    }
}
