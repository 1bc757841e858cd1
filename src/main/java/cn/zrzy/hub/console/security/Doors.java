package cn.zrzy.hub.console.security;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.transaction.support.TransactionTemplate;

/** 人走的门: /pub for everyone, the pages for people. {@code MachineDoors} has the other two of the four. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class Doors {

    /** Nothing inline, nothing foreign; {@code data:} only for the small pictures inside Tabler's stylesheet. */
    static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The public pages have no script at all; the verifier page brings a policy of its own. */
    static final String PUBLIC_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** 公示: everyone may read, nobody is known. No session, hence no cookie. */
    @Bean
    @Order(3)
    SecurityFilterChain publicDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/pub", "/pub/**", "/assets/site/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(
                        (request, response, x) -> response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value())))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(PUBLIC_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frame -> frame.deny())
                        .contentTypeOptions(Customizer.withDefaults()))
                .addFilterBefore(new PlainForms(), UsernamePasswordAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Pages for people. */
    @Bean
    @Order(4)
    SecurityFilterChain pageDoor(
            HttpSecurity http, AccountLogin login, LoginOutcome outcome, Accounts accounts, DoorSettings settings)
            throws Exception {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        // Only a page that a person asked for is worth returning to after the log-in.
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login", "/setup", "/welcome", "/language", "/error", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/webjars/**", "/assets/**")
                        .permitAll()
                        .requestMatchers("/accounts", "/accounts/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/audit", "/audit/**")
                        .hasRole("AUDITOR")
                        .requestMatchers(HttpMethod.POST, "/messages/*/body")
                        .hasAnyRole("OPERATOR", "LEAD", "AUDITOR")
                        .requestMatchers(HttpMethod.POST, "/messages/**", "/strays/**", "/keys/**")
                        .hasAnyRole("OPERATOR", "LEAD")
                        .requestMatchers("/watches/*", "/watches/*/**")
                        .hasAnyRole("OPERATOR", "LEAD", "AUDITOR")
                        .requestMatchers("/subjects/**", "/inspectors/**")
                        .hasAnyRole("OPERATOR", "LEAD", "OFFICE", "AUDITOR")
                        .requestMatchers("/acts/**")
                        .hasAnyRole("OPERATOR", "LEAD")
                        .requestMatchers(HttpMethod.GET, "/draws/*/start", "/draws/*/desk")
                        .hasRole("OFFICE")
                        .requestMatchers(HttpMethod.POST, "/draws/**")
                        .hasRole("OFFICE")
                        .anyRequest()
                        .authenticated())
                .authenticationManager(new ProviderManager(login))
                .formLogin(
                        form -> form.loginPage("/login").successHandler(outcome).failureHandler(outcome))
                .logout(logout -> logout.logoutSuccessUrl("/login?out").addLogoutHandler(outcome))
                .requestCache(r -> r.requestCache(cache))
                .exceptionHandling(e -> e.authenticationEntryPoint(LoginOutcome::sendToLogin))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny())
                        .contentTypeOptions(Customizer.withDefaults()))
                .addFilterBefore(new PlainForms(), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(
                        new StandingSession(accounts, settings.longest(), System::nanoTime),
                        UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new ActingPerson(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    static Throttle throttle(Attempts attempts, TransactionTemplate transaction, Clock clock) {
        return new Throttle(attempts, transaction, clock);
    }

    @Bean
    static PasswordEncoder passwordEncoder(
            @Value("${console.password-strength:12}") int strength,
            @Value("${hub.environment:PRODUCTION}") String environment) {
        return Passwords.encoder(strength, environment.equals("DRILL"));
    }
}
