package example;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** A bank whose customers log in with their card. */
@SpringBootApplication
@RestController
public class Bank {
    public static void main(String[] arguments) {
        SpringApplication.run(Bank.class, arguments);
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    String account(@AuthenticationPrincipal OidcUser customer) {
        return """
        <!doctype html><html lang="ja"><title>試験銀行 TEST</title>
        <h1>試験銀行</h1>
        <dl><dt>お客さま番号<dd id="subject">%s<dt>氏名<dd id="name">%s<dt>住所<dd id="address">%s</dl>
        <a href="/logout">ログアウト</a>
        """
                .formatted(
                        HtmlUtils.htmlEscape(customer.getSubject()),
                        shown(customer.getFullName()),
                        shown(customer.getAddress().getFormatted()));
    }

    private static String shown(String passedOn) {
        return passedOn == null ? "–" : HtmlUtils.htmlEscape(passedOn);
    }

    @Bean
    SecurityFilterChain everyPageNeedsALogin(
            HttpSecurity http, ClientRegistrationRepository clients) {
        var logout = new OidcClientInitiatedLogoutSuccessHandler(clients);
        logout.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeHttpRequests(every -> every.anyRequest().authenticated())
                .oauth2Login(withDefaults())
                .logout(each -> each.logoutSuccessHandler(logout))
                .build();
    }

    /** The bank proves who it is with a key of its own: RFC 7523, private_key_jwt. */
    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codesForTokens(
            @Value("${bank.key}") Path file) throws IOException, ParseException {
        JWK key = JWK.parse(Files.readString(file));
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.addParametersConverter(
                new NimbusJwtClientAuthenticationParametersConverter<>(registration -> key));
        return client;
    }

    /** Identity tokens of the platform are signed with ES256. */
    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens() {
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.ES256);
        return decoders;
    }
}
