package org.openmyna.server.web.page;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.openmyna.server.web.Origins;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring's, and it heeds {@link On}. */
final class OriginMappings extends RequestMappingHandlerMapping {
    private final Origins origins;

    OriginMappings(Origins origins) {
        this.origins = origins;
    }

    /** By method, since Spring asks about the class only where it has a mapping itself. */
    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        On on = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), On.class);
        return on == null ? null : new OnOrigin(on.value(), origins);
    }
}
