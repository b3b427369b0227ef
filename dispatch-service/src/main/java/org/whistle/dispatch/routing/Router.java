package org.whistle.dispatch.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.TicketQueued.Reason;
import org.whistle.contracts.dispatch.Why;
import org.whistle.district.Asset;
import org.whistle.district.Condition;
import org.whistle.district.Department;
import org.whistle.district.District;
import org.whistle.district.Duty;
import org.whistle.district.DutyMode;
import org.whistle.district.IssueKind;
import org.whistle.district.IssueType;
import org.whistle.district.RoutingRule;

/**
 * Decides who is responsible under one version of a district's rules, in the order of DOMAIN.md §3:
 *
 * <ol>
 *   <li>A component goes to its registered owner, by the rule for owned assets when there is one. What the district fixed
 *       by itself comes before its register: asset id, then the mark on it; for a component with neither, the nearest of
 *       its type that was fixed within the policy's distance.
 *   <li>The street's duty list: own → the street; assist → the rules' department leads and the street cooperates; taken
 *       back upward → the rules' department, never the street.
 *   <li>The rules by type, condition, place and owner. Of those that match the highest priority counts, then the most
 *       exact place, owner and condition. Rules of the same rank that name different leads are several answers.
 * </ol>
 */
public final class Router {

    private static final Comparator<RoutingRule> RANK = Comparator.comparingInt(RoutingRule::priority)
            .thenComparingInt(rule -> rule.place() == null ? 0 : rule.place().length())
            .thenComparingInt(Router::exactnessOfOwner)
            .thenComparingInt(rule -> rule.condition() == null ? 0 : 1)
            .reversed();

    private final District district;
    private final Map<String, List<RoutingRule>> rulesByType = new HashMap<>();

    public Router(District district) {
        this.district = district;
        for (RoutingRule rule : district.rules()) {
            rulesByType.computeIfAbsent(rule.type(), type -> new ArrayList<>()).add(rule);
        }
        // The sort is stable: rules of one rank stay in the order of the file.
        rulesByType.values().forEach(rules -> rules.sort(RANK));
    }

    /** The answer for a matter, when nothing was fixed beside the register. */
    public Answer route(Matter matter) {
        return route(matter, OwnerRegister.NONE);
    }

    /** The answer for a matter. */
    public Answer route(Matter matter, OwnerRegister fixed) {
        Optional<IssueType> type = Optional.ofNullable(matter.type()).flatMap(district::type);
        Optional<Condition> condition =
                type.flatMap(known -> Optional.ofNullable(matter.condition()).flatMap(known::condition));
        if (type.isEmpty() || condition.isEmpty()) {
            return new Answer.Queue(Reason.UNCLASSIFIED, List.of(), facts(matter, null, null, null));
        }
        Optional<RegisteredOwner> known = fixedOwner(matter, type.get(), fixed);
        String owner = known.map(RegisteredOwner::department).orElseGet(() -> ownerOf(matter));
        Duty duty = district.duty(matter.place().street(), type.get().code()).orElse(null);
        List<String> facts = facts(matter, type.get().kind(), owner, duty);
        known.ifPresent(asset -> add(facts, "registeredAsset", asset.assetId()));
        List<RoutingRule> matching = considered(
                type.get().code(), condition.get().code(), matter.place().grid(), owner);
        if (type.get().kind() == IssueKind.COMPONENT && owner != null) {
            return toOwner(matching, condition.get(), owner, facts);
        }
        if (duty != null && duty.mode() == DutyMode.OWN) {
            return new Answer.Dispatch(Department.STREET, List.of(), why(Why.Basis.DUTY_LIST, null, facts));
        }
        return byRules(matching, owner, duty, facts);
    }

    private Answer toOwner(List<RoutingRule> matching, Condition condition, String owner, List<String> facts) {
        List<RoutingRule> owned =
                matching.stream().filter(rule -> rule.assetOwner() != null).toList();
        if (!owned.isEmpty()) {
            return byRules(owned, owner, null, facts);
        }
        List<String> cooperating = condition.joint() ? condition.cooperating() : List.of();
        return new Answer.Dispatch(
                owner, legs(cooperating, owner, owner, null), why(Why.Basis.ASSET_OWNER, null, facts));
    }

    private Answer byRules(
            List<RoutingRule> matching, @Nullable String owner, @Nullable Duty duty, List<String> facts) {
        if (matching.isEmpty()) {
            return new Answer.Queue(Reason.NO_ANSWER, List.of(), facts);
        }
        RoutingRule first = matching.getFirst();
        List<RoutingRule> best = matching.stream()
                .takeWhile(rule -> RANK.compare(rule, first) == 0)
                .toList();
        Set<String> leads = new LinkedHashSet<>();
        best.forEach(rule -> leads.add(leadOf(rule, owner)));
        if (leads.size() > 1) {
            List<String> candidates =
                    leads.stream().filter(lead -> !lead.isEmpty()).toList();
            return new Answer.Queue(Reason.SEVERAL_ANSWERS, candidates, facts);
        }
        String lead = leads.iterator().next();
        if (lead.isEmpty()) {
            return new Answer.Queue(Reason.OWNER_UNKNOWN, legs(first.cooperating(), "", null, null), facts);
        }
        if (duty != null && duty.mode() == DutyMode.UPWARD && lead.equals(Department.STREET)) {
            // A matter taken back upward may not be pushed down to the street, whatever a rule says.
            return new Answer.Queue(Reason.NO_ANSWER, first.cooperating(), facts);
        }
        List<String> cooperating = first.joint() ? first.cooperating() : List.of();
        boolean byOwner = first.lead().equals(Department.ASSET_OWNER);
        Why.Basis basis = duty != null ? Why.Basis.DUTY_LIST : byOwner ? Why.Basis.ASSET_OWNER : Why.Basis.RULE;
        return new Answer.Dispatch(lead, legs(cooperating, lead, owner, duty), why(basis, first.id(), facts));
    }

    /** The rule's lead, "the owner" resolved; empty when the owner is not known. */
    private static String leadOf(RoutingRule rule, @Nullable String owner) {
        if (!rule.lead().equals(Department.ASSET_OWNER)) {
            return rule.lead();
        }
        return owner == null ? "" : owner;
    }

    private static List<String> legs(List<String> named, String lead, @Nullable String owner, @Nullable Duty duty) {
        Set<String> legs = new LinkedHashSet<>();
        for (String body : named) {
            if (!body.equals(Department.ASSET_OWNER)) {
                legs.add(body);
            } else if (owner != null) {
                legs.add(owner);
            }
        }
        if (duty != null && duty.mode() == DutyMode.ASSIST) {
            legs.add(Department.STREET);
        }
        if (duty != null && duty.mode() == DutyMode.UPWARD) {
            legs.remove(Department.STREET);
        }
        legs.remove(lead);
        return List.copyOf(legs);
    }

    /** A body that the district no longer has owns nothing. */
    private Optional<RegisteredOwner> fixedOwner(Matter matter, IssueType type, OwnerRegister fixed) {
        return Optional.ofNullable(matter.assetId())
                .flatMap(fixed::byId)
                .or(() -> type.kind() == IssueKind.COMPONENT
                                && matter.assetId() == null
                                && matter.assetMark() == null
                                && matter.position() != null
                        ? fixed.nearest(
                                type.code(),
                                matter.position(),
                                district.policy().nearbyMetres())
                        : Optional.empty())
                .filter(owner -> district.department(owner.department()).isPresent());
    }

    /** Asset id, then the mark on it; null when neither is registered with an owner. */
    private @Nullable String ownerOf(Matter matter) {
        return Optional.ofNullable(matter.assetId())
                .flatMap(district::asset)
                .map(Asset::owner)
                .or(() -> Optional.ofNullable(matter.assetMark())
                        .flatMap(district::assetMarked)
                        .map(Asset::owner))
                .orElse(null);
    }

    /**
     * The rules that are for a matter, the one that counts most first; what stands before the rules (a registered owner,
     * the duty list) is not among them.
     *
     * @param grid code of the grid
     * @param owner registered owner of its asset; null when unknown or no asset
     */
    public List<RoutingRule> considered(String type, String condition, String grid, @Nullable String owner) {
        return rulesByType.getOrDefault(type, List.of()).stream()
                .filter(rule -> rule.matches(type, condition, grid, owner))
                .toList();
    }

    private Why why(Why.Basis basis, @Nullable String rule, List<String> facts) {
        return new Why(basis, rule, district.version(), facts, Actor.SYSTEM, null);
    }

    private static List<String> facts(
            Matter matter, @Nullable IssueKind kind, @Nullable String owner, @Nullable Duty duty) {
        List<String> facts = new ArrayList<>(8);
        add(facts, "type", matter.type());
        add(facts, "condition", matter.condition());
        add(facts, "kind", kind == null ? null : kind.code());
        add(facts, "place", matter.place().grid());
        add(facts, "assetId", matter.assetId());
        add(facts, "assetMark", matter.assetMark());
        add(facts, "assetOwner", owner);
        add(facts, "duty", duty == null ? null : duty.mode().code());
        return facts;
    }

    private static void add(List<String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(name + "=" + value);
        }
    }

    private static int exactnessOfOwner(RoutingRule rule) {
        if (rule.assetOwner() == null) {
            return 0;
        }
        return rule.assetOwner().equals(RoutingRule.ANY_OWNER) ? 1 : 2;
    }
}
