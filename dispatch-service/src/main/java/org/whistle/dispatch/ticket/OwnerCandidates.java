package org.whistle.dispatch.ticket;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.district.Asset;
import org.whistle.district.Condition;
import org.whistle.district.Department;
import org.whistle.district.DepartmentKind;
import org.whistle.district.District;
import org.whistle.district.IssueKind;
import org.whistle.district.IssueType;

/**
 * Whom a district's data names when nobody knows whose an asset is. Owners are the departments and enterprises of the
 * asset register. The catalogue says who is asked: its row for a component that is handled jointly and names the most
 * owners (不明井盖) is the district's own procedure. Its owners are the candidates, its other bodies make the asset safe.
 * Without such a row every owner is a candidate, and the street says who makes it safe.
 *
 * @param candidates who is asked, in the catalogue's order
 * @param makeSafe who makes it safe, the first of them leads; empty when the catalogue does not say
 * @param backstop who repairs it when nobody claims it (兜底): of the government departments that are candidates, the one
 *     that owns the most sorts of component; null when there is none
 */
public record OwnerCandidates(
        List<String> candidates,
        List<String> makeSafe,
        @Nullable String backstop) {

    /** Fewer owners in a row are no question of whose it is. */
    private static final int SEVERAL = 2;

    public OwnerCandidates {
        candidates = List.copyOf(candidates);
        makeSafe = List.copyOf(makeSafe);
    }

    /** Reads them out of a district; takes a pass over its asset register. */
    public static OwnerCandidates of(District district) {
        Map<String, Set<String>> owned = typesByOwner(district);
        Optional<Condition> row = district.types().stream()
                .filter(type -> type.kind() == IssueKind.COMPONENT)
                .map(IssueType::conditions)
                .flatMap(List::stream)
                .filter(condition -> condition.joint() && owners(condition, owned) >= SEVERAL)
                // The first of those that name as many.
                .reduce((best, next) -> owners(next, owned) > owners(best, owned) ? next : best);
        List<String> candidates = row.map(condition ->
                        bodies(condition).filter(owned::containsKey).toList())
                .orElse(List.copyOf(owned.keySet()));
        List<String> makeSafe = row.map(condition -> bodies(condition)
                        .filter(body -> !owned.containsKey(body) && !body.equals(Department.ASSET_OWNER))
                        .toList())
                .orElse(List.of());
        String backstop = candidates.stream()
                .filter(body -> kind(district, body) == DepartmentKind.DEPARTMENT)
                .max(Comparator.comparingInt(
                        body -> Objects.requireNonNull(owned.get(body)).size()))
                .orElse(null);
        return new OwnerCandidates(candidates, makeSafe, backstop);
    }

    /** Owners that are no bodies of the neighbourhood, with the types of what they own. */
    private static Map<String, Set<String>> typesByOwner(District district) {
        return district.assets().stream()
                .filter(asset -> asset.owner() != null
                        && kind(district, asset.owner()) != null
                        && kind(district, asset.owner()) != DepartmentKind.LOCAL)
                .collect(Collectors.groupingBy(
                        asset -> Objects.requireNonNull(asset.owner()),
                        LinkedHashMap::new,
                        Collectors.mapping(Asset::type, Collectors.toCollection(HashSet::new))));
    }

    private static long owners(Condition condition, Map<String, Set<String>> owned) {
        return bodies(condition).filter(owned::containsKey).count();
    }

    private static Stream<String> bodies(Condition condition) {
        return Stream.concat(Stream.of(condition.lead()), condition.cooperating().stream())
                .distinct();
    }

    private static @Nullable DepartmentKind kind(District district, String department) {
        return district.department(department).map(Department::kind).orElse(null);
    }
}
