package org.whistle.testkit;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put beside {@code @QuarkusTest}: the service runs against the real broker, its own database and a known issuer of
 * tokens. Test classes with the same values share one running service.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = WhistleResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
public @interface WithWhistle {

    /** Name of the service, of its database and of its login, e.g. {@code intake}. */
    String service();

    /** Topics that must be there before the service starts, beside the journal and the service's dead letters. */
    String[] topics() default {};
}
