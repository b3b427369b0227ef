package org.whistle.chassis.photo;

import java.util.Arrays;
import java.util.List;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.problem.Words;

/** A photo that is not taken, with the reason for its sender. */
public final class PhotoRefused extends ProblemException {

    private static final long serialVersionUID = 1L;

    PhotoRefused(PhotoProblem problem, Object... args) {
        super(problem, Arrays.asList(args), List.of());
    }

    static PhotoRefused damaged(String zh, String en) {
        return new PhotoRefused(PhotoProblem.PHOTO_DAMAGED, new Words(zh, en));
    }
}
