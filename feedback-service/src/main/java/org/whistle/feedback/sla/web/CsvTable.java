package org.whistle.feedback.sla.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.page.Page;
import org.whistle.chassis.problem.Words;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.Csv;
import org.whistle.feedback.loop.web.Named;

/**
 * How an answer looks as a table: which rows it has and what stands in each column, under a heading in the caller's
 * language. Immutable; each {@code with} makes another.
 *
 * @param <R> a row
 */
public final class CsvTable<R> {

    private final String name;
    private final Function<Object, List<R>> rows;
    private final List<Column<R>> columns;

    private record Column<R>(Words title, Function<R, @Nullable Object> cell) {}

    private CsvTable(String name, Function<Object, List<R>> rows, List<Column<R>> columns) {
        this.name = name;
        this.rows = rows;
        this.columns = List.copyOf(columns);
    }

    /**
     * The table of an answer.
     *
     * @param name last part of the path it is the answer of, and name of the file
     */
    public static <E, R> CsvTable<R> of(String name, Class<E> answer, Function<E, List<R>> rows) {
        return new CsvTable<>(name, entity -> rows.apply(answer.cast(entity)), List.of());
    }

    /** The table of a page of a list. */
    @SuppressWarnings("unchecked")
    public static <R> CsvTable<R> ofPage(String name, Class<R> row) {
        return new CsvTable<>(
                name,
                page -> ((Page<Object>) page).items().stream().map(row::cast).toList(),
                List.of());
    }

    /** A column. */
    public CsvTable<R> with(String zh, String en, Function<R, @Nullable Object> cell) {
        List<Column<R>> all = new ArrayList<>(columns);
        all.add(new Column<>(new Words(zh, en), cell));
        return new CsvTable<>(name, rows, all);
    }

    /** Two columns: code and name. */
    public CsvTable<R> withNamed(String zh, String en, Function<R, @Nullable Named> cell) {
        return with(zh + "代码", en + " code", row -> {
                    Named named = cell.apply(row);
                    return named == null ? null : named.code();
                })
                .with(zh, en, row -> {
                    Named named = cell.apply(row);
                    return named == null ? null : named.name();
                });
    }

    /** Last part of the path it is the answer of. */
    public String name() {
        return name;
    }

    /** An answer as CSV. */
    public String write(Object answer, Language language) {
        Csv csv = new Csv()
                .line(columns.stream()
                        .map(column -> column.title().in(language))
                        .toList());
        for (R row : rows.apply(answer)) {
            List<@Nullable Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(column.cell().apply(row)));
            csv.line(cells);
        }
        return csv.toString();
    }
}
