package org.whistle.chassis.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the fields that broke a Bean Validation constraint, in the words of the wire. */
final class ConstraintProblems {

    private static final String BODY = "body";

    private ConstraintProblems() {}

    /** The refusal, or empty when a method's own answer broke its constraint, which is no fault of the caller. */
    static Optional<ProblemException> of(ConstraintViolationException invalid) {
        List<FieldProblem> fields = new ArrayList<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            String field = field(violation);
            if (field == null) {
                return Optional.empty();
            }
            // The message is in the caller's language already: the validator reads Accept-Language itself.
            fields.add(new FieldProblem(field, violation.getMessage(), violation.getMessage()));
        }
        fields.sort(Comparator.comparing(FieldProblem::field));
        return Optional.of(ProblemException.fields(fields));
    }

    /** The path below the body, or the name of the parameter; null for an answer. */
    private static @Nullable String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = null;
        Path.@Nullable MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return null;
            } else if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = parameter(violation.getRootBeanClass(), method, node.as(Path.ParameterNode.class));
            } else {
                append(path, node);
            }
        }
        if (!path.isEmpty()) {
            return path.toString();
        }
        return parameter == null ? BODY : parameter;
    }

    private static void append(StringBuilder path, Path.Node node) {
        if (node.isInIterable() && node.getIndex() != null) {
            path.append('[').append(node.getIndex()).append(']');
        }
        String name = node.getName();
        // Nodes of container elements carry names of the validator's own, such as <list element>.
        if (name != null && !name.startsWith("<")) {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }

    /** The name a caller knows a parameter by; one without a name on the wire is the body. */
    private static String parameter(Class<?> resource, Path.@Nullable MethodNode method, Path.ParameterNode parameter) {
        if (method == null) {
            return BODY;
        }
        try {
            Annotation[] annotations = resource.getDeclaredMethod(
                            method.getName(), method.getParameterTypes().toArray(Class[]::new))
                    .getParameterAnnotations()[parameter.getParameterIndex()];
            for (Annotation annotation : annotations) {
                switch (annotation) {
                    case QueryParam named -> {
                        return named.value();
                    }
                    case PathParam named -> {
                        return named.value();
                    }
                    case HeaderParam named -> {
                        return named.value();
                    }
                    case FormParam named -> {
                        return named.value();
                    }
                    case CookieParam named -> {
                        return named.value();
                    }
                    default -> {}
                }
            }
            return BODY;
        } catch (NoSuchMethodException e) {
            return parameter.getName();
        }
    }
}
