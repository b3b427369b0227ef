package org.whistle.district;

import java.nio.file.Path;
import java.util.List;

/**
 * The bodies and the issue types alone, for whoever prepares a district and has no more of it yet.
 *
 * @param departments the bodies, in the order of the file
 * @param types the issue types, in the order of the file
 */
public record Catalogue(List<Department> departments, List<IssueType> types) {

    public Catalogue {
        departments = List.copyOf(departments);
        types = List.copyOf(types);
    }

    /**
     * Reads {@code departments.csv} and {@code catalogue.csv} of a folder.
     *
     * @throws DistrictException with everything that is wrong with the two files
     */
    public static Catalogue read(Path directory) {
        Problems problems = new Problems();
        CatalogueReader reader =
                new CatalogueReader(DistrictSources.ofDirectory(directory), problems, new Codes(), new Codes());
        Catalogue catalogue = new Catalogue(reader.departments(), reader.types());
        problems.throwIfAny();
        return catalogue;
    }
}
