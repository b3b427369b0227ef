package org.whistle.contracts;

/** A record breaks its schema; {@link #field()} names where. */
public final class ContractViolation extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    public ContractViolation(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /**
     * The field at fault, in the names of the wire, e.g. {@code legs[0].handle.dueAt}. A record that was not read from
     * the wire names itself instead of the field it stands in, e.g. {@code clock.dueAt}.
     */
    public String field() {
        return field;
    }

    /** The same violation, of a record that stands at this path of a message. */
    ContractViolation in(String path) {
        int dot = field.indexOf('.');
        return new ContractViolation(dot < 0 ? path : path + field.substring(dot), problem);
    }
}
