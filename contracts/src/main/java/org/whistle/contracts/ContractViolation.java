package org.whistle.contracts;

/** A record breaks its schema; {@link #field()} names where. */
public final class ContractViolation extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public ContractViolation(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    /** The field at fault, in the names of the wire. */
    public String field() {
        return field;
    }
}
