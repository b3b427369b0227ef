package org.whistle.chassis.problem;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal on its way to the caller. It is an answer, not a fault, so it carries no stack trace and is not logged.
 * May be thrown from anywhere below a resource method, also from the constructor of a request record.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_FAULTS = 100;

    private final transient ProblemCode code;
    private final transient List<Object> args;
    private final transient List<FieldProblem> fields;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    protected ProblemException(ProblemCode code, List<Object> args, List<FieldProblem> fields) {
        super(null, null, false, false);
        this.code = code;
        this.args = List.copyOf(args);
        this.fields = List.copyOf(fields);
    }

    /** A refusal of one kind; the arguments fill the places {@code {0}}, {@code {1}} … of its detail. */
    public static ProblemException of(ProblemCode code, Object... args) {
        return new ProblemException(code, Arrays.asList(args), List.of());
    }

    /** A refusal of one kind that also names fields. */
    public static ProblemException of(ProblemCode code, List<FieldProblem> fields, Object... args) {
        return new ProblemException(code, Arrays.asList(args), fields);
    }

    /**
     * A refusal of files that may have any number of faults.
     *
     * @param faults all of them; the first {@value #MOST_FAULTS} are named, their number fills the place {@code {0}}
     */
    public static ProblemException faulty(ProblemCode code, List<FieldProblem> faults) {
        return of(code, faults.stream().limit(MOST_FAULTS).toList(), faults.size());
    }

    /** 400 {@code invalid-field} naming one field; for several see {@link FieldProblems}. */
    public static ProblemException field(String field, String zh, String en) {
        return fields(List.of(new FieldProblem(field, zh, en)));
    }

    /** 400 {@code invalid-field} naming fields. */
    public static ProblemException fields(List<FieldProblem> fields) {
        return new ProblemException(CommonProblem.INVALID_FIELD, List.of(), fields);
    }

    /** 404: it does not exist, or not for this caller. */
    public static ProblemException notFound() {
        return of(CommonProblem.NOT_FOUND);
    }

    /** Adds a header to the answer, for example {@code Retry-After}. */
    public ProblemException withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The kind of problem. */
    public ProblemCode code() {
        return code;
    }

    /** What fills the places of the detail. */
    public List<Object> args() {
        return args;
    }

    /** The fields at fault; empty when no field is. */
    public List<FieldProblem> fields() {
        return fields;
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    @Override
    public String getMessage() {
        return code.status() + " " + code.code() + (args.isEmpty() ? "" : " " + args)
                + (fields.isEmpty() ? "" : " " + fields);
    }
}
