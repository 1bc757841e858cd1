package cn.zrzy.hub.console.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** 四道门: the management port for operations, the API for machines, /pub for everyone, the pages for people. */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** Nothing inline, nothing foreign; {@code data:} only for the small pictures inside Tabler's stylesheet. */
    static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The public pages have no script at all; the verifier page brings a policy of its own. */
    static final String PUBLIC_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Actuator, on its own port. Only the two health groups that a load balancer asks for are open. */
    @Bean
    @Order(1)
    SecurityFilterChain managementDoor(HttpSecurity http, Environment settings) throws Exception {
        SharedSecret ops = new SharedSecret(settings, "secret.ops-token");
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/actuator/health/liveness", "/actuator/health/readiness")
                                .permitAll()
                                .anyRequest()
                                .hasRole("OPS"))
                .authenticationManager(new ProviderManager(new OpsLogin(ops)))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> {
                    response.setHeader("WWW-Authenticate", "Basic realm=\"ops\"");
                    Problems.unauthenticated(request, response);
                }))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Machine accounts with bearer tokens. No session: a person's cookie opens nothing here, so CSRF has no hold. */
    @Bean
    @Order(2)
    SecurityFilterChain apiDoor(HttpSecurity http, Environment settings) throws Exception {
        BearerTokens tokens = new BearerTokens(List.of(
                new BearerTokens.Machine("office", Role.OFFICE, new SharedSecret(settings, "secret.office-token")),
                new BearerTokens.Machine(
                        "operator", Role.OPERATOR, new SharedSecret(settings, "secret.operator-token"))));
        return http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(requests -> requests
                        // Camel answers on another thread: the second dispatch belongs to a request let in by the
                        // first.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/openapi.json")
                        .permitAll()
                        .requestMatchers("/api/operator", "/api/operator/**")
                        .hasAnyRole("OPERATOR", "LEAD")
                        // Who is drawn in a sealed draw (不预告) is the office's to know, and nobody else's.
                        .requestMatchers(HttpMethod.GET, "/api/schemes/**", "/api/draws/**")
                        .hasRole("OFFICE")
                        .requestMatchers(HttpMethod.HEAD, "/api/schemes/**", "/api/draws/**")
                        .hasRole("OFFICE")
                        .requestMatchers(HttpMethod.GET, "/api/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.HEAD, "/api/**")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/plans/**",
                                "/api/schemes/**",
                                "/api/draws/**",
                                "/api/recusals/**",
                                "/api/findings/**")
                        .hasRole("OFFICE")
                        .requestMatchers(
                                HttpMethod.PUT, "/api/plans/**", "/api/schemes/**", "/api/draws/**", "/api/findings/**")
                        .hasRole("OFFICE")
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(tokens, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, x) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            Problems.unauthenticated(request, response);
                        })
                        .accessDeniedHandler((request, response, x) -> Problems.forbidden(request, response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

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
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Pages for people. */
    @Bean
    @Order(4)
    SecurityFilterChain pageDoor(HttpSecurity http, AccountLogin accounts, LoginOutcome outcome) throws Exception {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        // Only a page that a person asked for is worth returning to after the log-in.
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/login", "/setup", "/language", "/error", "/favicon.ico")
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
                                .requestMatchers(HttpMethod.GET, "/draws/*/start", "/draws/*/desk")
                                .hasRole("OFFICE")
                                .requestMatchers(HttpMethod.POST, "/draws/**")
                                .hasRole("OFFICE")
                                .requestMatchers(HttpMethod.POST, "/sync/*/request")
                                .hasAnyRole("OPERATOR", "LEAD")
                                .requestMatchers(HttpMethod.POST, "/sync/**")
                                .hasRole("LEAD")
                                .anyRequest()
                                .authenticated())
                .authenticationManager(new ProviderManager(accounts))
                .formLogin(
                        form -> form.loginPage("/login").successHandler(outcome).failureHandler(outcome))
                .logout(logout -> logout.logoutSuccessUrl("/login?out").addLogoutHandler(outcome))
                .requestCache(r -> r.requestCache(cache))
                .exceptionHandling(e -> e.authenticationEntryPoint(LoginOutcome::sendToLogin))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny())
                        .contentTypeOptions(Customizer.withDefaults()))
                .addFilterAfter(new IdleLogout(), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }
}
