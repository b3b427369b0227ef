package org.whistle.chassis.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the OpenAPI document what holds for every operation and so stands at none: a token is needed, and whatever is
 * refused is answered as a problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {

    private static final String SCHEME = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String REST = "default";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, schema());
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        if (document.getPaths() == null) {
            return;
        }
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().values().forEach(ProblemsInOpenApi::addProblem);
        }
    }

    private static void addProblem(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (!operation.getResponses().hasAPIResponse(REST)) {
            operation.getResponses().addAPIResponse(REST, problem());
        }
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("Refused: RFC 9457 problem, in the language of Accept-Language (zh by default, en)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema schema() {
        Schema field = object().addProperty(
                        "field", text("Path of the field, or name of the parameter", "position.longitude"))
                .addProperty("message", text("What is wrong with it", "必须在 -180 到 180 之间"))
                .required(List.of("field", "message"));
        return object().description("RFC 9457 problem details")
                .addProperty("type", text("Stable name of the kind of problem", "urn:whistle:problem:invalid-field"))
                .addProperty("title", text("The same for every occurrence", "字段有误"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status"))
                .addProperty("detail", text("What happened this time", "请求中有字段不符合要求，见 errors。"))
                .addProperty("instance", text("The path asked, or urn:uuid:<number in the log>", "/api/intake/reports"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(field)
                                .description("The fields at fault"))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description(description)
                .addExample(example);
    }
}
