package org.whistle.dispatch.ticket;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.dispatch.Why;
import org.whistle.district.District;
import org.whistle.district.Label;
import org.whistle.district.RoutingRule;

/** Why this department, in words (DOMAIN.md §3.8), from what was recorded at the decision and the rules of its version. */
public final class Explanation {

    private Explanation() {}

    /** Why the ticket is where it is. */
    public static Label of(Ticket ticket, District district) {
        return switch (ticket) {
            case Ticket.Queued queued -> queued(queued, district);
            case Ticket.Dispatched t -> dispatched(t.order(), t, district);
            case Ticket.Closed t when t.order() != null -> dispatched(t.order(), t, district);
            case Ticket.Closed t -> new Label("工单在派单之前已结案。", "The ticket was closed before it was dispatched.");
            case Ticket.Merged t ->
                new Label(
                        "与工单" + t.into() + "是同一事项，已并入该工单办理。",
                        "It is the same matter as ticket " + t.into() + " and goes on in that one.");
            case Ticket.NotAccepted t ->
                new Label(
                        "不属于受理范围，应向“" + t.channel() + "”提出：" + t.explanation(),
                        "It is not this system's matter; the right channel is " + t.channel() + ": " + t.explanation());
        };
    }

    /** The facts a rule looked at, by name, in their order. */
    public static Map<String, String> facts(Why why) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : why.facts()) {
            int sign = fact.indexOf('=');
            facts.put(sign < 0 ? fact : fact.substring(0, sign), sign < 0 ? "" : fact.substring(sign + 1));
        }
        return facts;
    }

    private static Label dispatched(Order order, Ticket ticket, District district) {
        Why why = order.why();
        Label lead = name(
                district, ticket.lead().map(state -> state.leg().department()).orElse(""));
        Label rule = rule(why, district);
        Label basis = order.isCalledFromBelow() ? called(order) : basis(why, facts(why), district);
        return new Label(
                "第" + order.round() + "次派单，由" + lead.zh() + "牵头。" + basis.zh() + rule.zh() + "依据的规则版本为"
                        + why.policyVersion() + "，由" + who(why).zh() + "决定。",
                "Round " + order.round() + ": " + lead.en() + " leads. " + basis.en() + rule.en() + "Decided by "
                        + who(why).en() + " under policy version " + why.policyVersion() + ".");
    }

    private static Label basis(Why why, Map<String, String> facts, District district) {
        return switch (why.basis()) {
            case ASSET_OWNER -> {
                Label owner = name(district, facts.getOrDefault("assetOwner", ""));
                // Claimed, or nobody's: the words of that decision.
                yield why.reason() != null
                        ? new Label(why.reason(), why.reason() + " ")
                        : new Label(
                                "部件归产权单位：登记簿中的产权单位是" + owner.zh() + "。",
                                "A component goes to its owner; the register names " + owner.en() + ". ");
            }
            case RULE -> new Label("按问题性质和管理权限确定。", "Decided by the nature of the matter and by authority. ");
            case DUTY_LIST -> duty(facts.getOrDefault("duty", ""));
            case MANUAL ->
                new Label("由派单员人工决定，理由：" + why.reason() + "。", "A dispatcher chose, because: " + why.reason() + ". ");
            case REOPENED ->
                new Label(
                        "上报人反映未解决，工单重新打开，回到原承办单位：" + why.reason() + "。",
                        "The reporter said it is not solved, so it goes back to the body that handled it: "
                                + why.reason() + ". ");
        };
    }

    /** Whoever has the ticket keeps it: a whistle from below only calls others in. */
    private static Label called(Order order) {
        boolean branch = Objects.requireNonNull(order.whistle()).kind() == Whistle.Kind.BRANCH;
        String reason = order.why().reason();
        return new Label(
                (branch ? "由小区党支部依吹哨权召集，理由：" : "由居民依吹哨权召集，理由：") + reason + "。",
                (branch
                                ? "The branch of the residential area called bodies in by its right to whistle, because: "
                                : "Residents called bodies in by their right to whistle, because: ")
                        + reason + ". ");
    }

    private static Label duty(String mode) {
        return switch (mode) {
            case "own" -> new Label("街道职责清单列为基本职责，由街道办理。", "The street's duty list names it as the street's own. ");
            case "assist" ->
                new Label(
                        "街道职责清单列为配合职责：部门牵头，街道协助。",
                        "By the street's duty list the department leads and the street assists. ");
            default ->
                new Label(
                        "街道职责清单列为上收事项：由部门办理，不得转给街道。",
                        "By the street's duty list it was taken back upward: the department alone. ");
        };
    }

    private static Label rule(Why why, District district) {
        if (why.rule() == null) {
            return new Label("", "");
        }
        Label note = district.rules().stream()
                .filter(rule -> rule.id().equals(why.rule()))
                .findFirst()
                .map(RoutingRule::note)
                .orElse(new Label("", ""));
        return new Label("规则" + why.rule() + "：" + note.zh() + "。", "Rule " + why.rule() + ": " + note.en() + ". ");
    }

    private static Label queued(Ticket.Queued ticket, District district) {
        Label why =
                switch (ticket.reason()) {
                    case UNCLASSIFIED -> new Label("上报未分类。", "The report is not classified. ");
                    case NO_ANSWER -> new Label("没有适用的规则。", "No rule answers. ");
                    case SEVERAL_ANSWERS -> new Label("规则给出了多个牵头单位。", "Rules name more than one body as lead. ");
                    case OWNER_UNKNOWN ->
                        new Label(
                                "登记簿中查不到产权单位，可先围护并发起认领哨。",
                                "The register knows no owner of the asset; an identification whistle asks for it. ");
                    case RETURNED -> new Label("部门退单已获同意，等待重新派单。", "A department's return was approved. ");
                };
        StringBuilder zh = new StringBuilder(why.zh());
        StringBuilder en = new StringBuilder(why.en());
        String about = ticket.report().about();
        if (about != null) {
            Label body = name(district, about);
            zh.append("举报涉及").append(body.zh()).append("，规则不会自动派给该单位。");
            en.append("It is reported on ").append(body.en()).append(", which no rule sends it to. ");
        }
        if (ticket.reason() != TicketQueued.Reason.UNCLASSIFIED
                && !ticket.candidates().isEmpty()) {
            zh.append("可能的单位：").append(join(ticket, district, Locale.CHINESE)).append("。");
            en.append("Candidates: ")
                    .append(join(ticket, district, Locale.ENGLISH))
                    .append(". ");
        }
        zh.append("由街道派单员决定。规则版本为").append(ticket.policyVersion()).append("。");
        en.append("The street's dispatcher decides. Policy version ")
                .append(ticket.policyVersion())
                .append(".");
        return new Label(zh.toString(), en.toString());
    }

    private static String join(Ticket.Queued ticket, District district, Locale locale) {
        boolean chinese = locale.equals(Locale.CHINESE);
        return String.join(
                chinese ? "、" : ", ",
                ticket.candidates().stream()
                        .map(code -> name(district, code).in(locale))
                        .toList());
    }

    private static Label name(District district, String department) {
        return district.department(department).map(body -> body.name()).orElse(new Label(department, department));
    }

    private static Label who(Why why) {
        String account = why.decidedBy().account();
        return account.equals("system") ? new Label("系统自动", "the system") : new Label(account, account);
    }
}
