package cn.zrzy.hub.console.security;

import cn.zrzy.hub.audit.AuditTrail;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** 机器走的门: the management port for operations, the API for machine accounts. */
@Configuration(proxyBeanMethods = false)
class MachineDoors {

    /** Actuator, on its own port. Only the two health groups that a load balancer asks for are open. */
    @Bean
    @Order(1)
    SecurityFilterChain managementDoor(HttpSecurity http, Environment settings, MachineRefusals refusals)
            throws Exception {
        SharedSecret ops = new SharedSecret(settings, "secret.ops-token");
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/actuator/health/liveness", "/actuator/health/readiness")
                                .permitAll()
                                .anyRequest()
                                .hasRole("OPS"))
                .authenticationManager(new ProviderManager(new OpsLogin(ops, refusals)))
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> {
                    if (e instanceof LockedException) {
                        Problems.tooMany(response);
                        return;
                    }
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
    SecurityFilterChain apiDoor(HttpSecurity http, Environment settings, MachineRefusals refusals, AuditTrail audit)
            throws Exception {
        BearerTokens tokens = new BearerTokens(
                List.of(
                        new BearerTokens.Machine(
                                "office", Role.OFFICE, new SharedSecret(settings, "secret.office-token")),
                        new BearerTokens.Machine(
                                "operator", Role.OPERATOR, new SharedSecret(settings, "secret.operator-token"))),
                refusals);
        return http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(requests -> requests
                        // Camel answers as for another thread: the second dispatch belongs to a request let in by the
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
                        .accessDeniedHandler((request, response, x) -> {
                            String call = request.getMethod() + " " + request.getRequestURI();
                            audit.record(Actor.of(request).did("api.refused", "", "", "", call, "E-AUTH-403"));
                            Problems.forbidden(request, response);
                        }))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }
}
