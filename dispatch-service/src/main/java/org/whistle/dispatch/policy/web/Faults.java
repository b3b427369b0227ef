package org.whistle.dispatch.policy.web;

import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.district.DistrictException;

/** Faults of a district's files as an answer: each names its file, line and column. */
public final class Faults {

    private Faults() {}

    /** @param code whose text takes the number of faults */
    public static ProblemException of(ProblemCode code, DistrictException failure) {
        return ProblemException.faulty(
                code,
                failure.problems().stream()
                        .map(fault -> new FieldProblem(fault.place(), fault.messageZh(), fault.messageEn()))
                        .toList());
    }
}
