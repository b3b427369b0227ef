package org.whistle.intake.grid.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Languages;
import org.whistle.district.Condition;
import org.whistle.district.District;
import org.whistle.district.IssueType;
import org.whistle.intake.grid.store.Districts;

/** What can be reported. */
@Path("/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public class CatalogueResource {

    private final Districts districts;

    @Inject
    CatalogueResource(Districts districts) {
        this.districts = districts;
    }

    /** All issue types with their conditions. */
    @GET
    @Operation(summary = "The issue types and their conditions")
    public CatalogueView catalogue(@Context HttpHeaders headers) {
        District district = districts.gazetteer().district();
        Language language = Languages.of(headers);
        return new CatalogueView(
                district.version(),
                district.types().stream()
                        .map(type -> TypeView.of(type, language))
                        .toList());
    }

    /**
     * The catalogue.
     *
     * @param version of the district it belongs to
     */
    @Schema(name = "Catalogue")
    public record CatalogueView(String version, List<TypeView> types) {}

    /**
     * One issue type.
     *
     * @param kind component, event or social
     * @param group class of the catalogue
     */
    @Schema(name = "IssueType")
    public record TypeView(
            @Schema(examples = "C0101") String code,
            String name,

            @Schema(enumeration = {"component", "event", "social"})
            String kind,

            String group,
            List<ConditionView> conditions) {

        static TypeView of(IssueType type, Language language) {
            return new TypeView(
                    type.code(),
                    language.pick(type.name().zh(), type.name().en()),
                    type.kind().code(),
                    type.group(),
                    type.conditions().stream()
                            .map(condition -> ConditionView.of(condition, language))
                            .toList());
        }
    }

    /**
     * One condition of a type.
     *
     * @param limit time to handle, from dispatch to the lead's own confirmation
     */
    @Schema(name = "IssueCondition")
    public record ConditionView(
            @Schema(examples = "a") String code,
            String name,

            @Schema(enumeration = {"U0", "U1", "U2", "U3", "U4"})
            String urgency,

            String lead,
            List<String> cooperating,
            LimitView limit) {

        static ConditionView of(Condition condition, Language language) {
            return new ConditionView(
                    condition.code(),
                    language.pick(condition.name().zh(), condition.name().en()),
                    condition.urgency().name(),
                    condition.lead(),
                    condition.cooperating(),
                    new LimitView(
                            condition.limit().value(), condition.limit().unit().code()));
        }
    }

    /**
     * A time limit.
     *
     * @param unit continuous minutes, hours or days; working hours or days; calendar days
     */
    @Schema(name = "IssueLimit")
    public record LimitView(
            @Schema(examples = "4") int value,

            @Schema(
                    enumeration = {"um", "uh", "wh", "wd", "ud", "cd"},
                    examples = "wh")
            String unit) {}
}
