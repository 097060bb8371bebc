package org.openmyna.server.web.page;

import java.util.List;
import java.util.Optional;
import org.openmyna.server.web.BrowserProblems;
import org.openmyna.server.web.CoreRoute;
import org.openmyna.server.web.Origins;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What makes and guards pages. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration {
    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    CoreRoute assetRoute(Assets assets) {
        return new AssetRoute(assets);
    }

    @Bean
    PageWriter pageWriter(Assets assets, ObjectProvider<SandboxDate> date) {
        return new PageWriter(
                assets,
                () -> {
                    SandboxDate known = date.getIfAvailable();
                    return known == null ? Optional.empty() : known.moved();
                });
    }

    @Bean
    BrowserProblems problemPages(
            PageWriter writer, Origins origins, ObjectProvider<Service> services) {
        return new ProblemPages(writer, origins, () -> services.stream().toList());
    }

    @Bean
    ScreenRegister screenRegister(
            ObjectProvider<Screens> screens,
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new ScreenRegister(() -> screens.stream().toList(), mappings::getObject);
    }

    @Bean
    SwitchFilter switchFilter(Origins origins) {
        return new SwitchFilter(origins);
    }

    @Bean
    WebMvcRegistrations originMappings(Origins origins) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new OriginMappings(origins);
            }
        };
    }

    @Bean
    WebMvcConfigurer pageArguments(Origins origins) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageArguments(origins));
            }
        };
    }
}
