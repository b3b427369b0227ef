package org.whistle.chassis.problem;

/**
 * A field at fault.
 *
 * @param field its path in the names of the wire ({@code position.longitude}, {@code photos[2]}), or the name of a
 *     query parameter
 * @param message what is wrong with it
 */
public record FieldProblem(String field, Words message) {

    public FieldProblem(String field, String zh, String en) {
        this(field, new Words(zh, en));
    }
}
