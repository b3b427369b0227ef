package org.whistle.chassis.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;

/**
 * How large a request's body may be: JSON 256 kB, anything else (photos, district archives) 10 MB. A body that states
 * its length is refused before it is read, see {@link RouterProblems}; one that comes in chunks is counted here. The
 * server's own limit lies above both, because it cuts off without a word.
 */
@Provider
public class BodyLimits implements ReaderInterceptor {

    /** The largest JSON body, in bytes. */
    public static final long JSON = 256 * 1024;

    /** The largest body of any other kind, in bytes. */
    public static final long OTHER = 10 * 1024 * 1024;

    /** The limit for a media type as it stands in the request. */
    static long of(@Nullable String mediaType) {
        return mediaType != null && mediaType.toLowerCase(Locale.ROOT).contains("json") ? JSON : OTHER;
    }

    /** 413 naming the limit. */
    static ProblemException tooLarge(long limit) {
        return ProblemException.of(CommonProblem.BODY_TOO_LARGE, limit == JSON ? "256 kB" : "10 MB");
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        context.setInputStream(new Counted(context.getInputStream(), of(type == null ? null : type.toString())));
        return context.proceed();
    }

    /** Refuses to give out more than so many bytes. */
    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long count;

        Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) {
            count += read;
            if (count > limit) {
                throw tooLarge(limit);
            }
        }
    }
}
