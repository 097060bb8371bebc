package org.openmyna.server.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What desks need of Spring MVC. */
@Configuration(proxyBeanMethods = false)
public class CallsConfiguration {
    @Bean
    JsonMapper houseJson() {
        return HouseJson.mapper();
    }

    @Bean
    InternalMapping internalMapping(ObjectProvider<Desks<?>> desks) {
        List<Gate<?>> here = new ArrayList<>();
        for (Desks<?> each : desks) {
            if (each instanceof Gate<?> gate) here.add(gate);
        }
        return new InternalMapping(here);
    }

    @Bean
    WebMvcConfigurer calls() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallHeaders(Instant::now));
            }
        };
    }
}
