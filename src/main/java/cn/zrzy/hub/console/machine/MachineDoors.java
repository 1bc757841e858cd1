package cn.zrzy.hub.console.machine;

import cn.zrzy.hub.audit.AuditTrail;
import cn.zrzy.hub.console.security.MachineRefusals;
import cn.zrzy.hub.console.security.Problems;
import cn.zrzy.hub.console.security.Role;
import cn.zrzy.hub.console.token.TokenHolders;
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
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** 机器走的门: the management port for operations, the API for machine accounts and people's programs. */
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

    /**
     * Machine accounts and people, by bearer tokens, after {@link ApiRights}. No session: a person's cookie opens nothing
     * here, so CSRF has no hold.
     */
    @Bean
    @Order(2)
    SecurityFilterChain apiDoor(
            HttpSecurity http, Environment settings, TokenHolders holders, MachineRefusals refusals, AuditTrail audit)
            throws Exception {
        BearerTokens tokens = new BearerTokens(machines(settings), holders, refusals);
        return http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(MachineDoors::rights)
                .addFilterBefore(tokens, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, x) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            Problems.unauthenticated(request, response);
                        })
                        .accessDeniedHandler(new ApiDenials(audit)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static List<BearerTokens.Machine> machines(Environment settings) {
        return List.of(
                new BearerTokens.Machine("office", Role.OFFICE, new SharedSecret(settings, "secret.office-token")),
                new BearerTokens.Machine(
                        "operator", Role.OPERATOR, new SharedSecret(settings, "secret.operator-token")));
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // Camel answers as for another thread: the second dispatch belongs to a request let in by the first.
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
        requests.requestMatchers(HttpMethod.GET, "/api/openapi.json").permitAll();
        for (ApiRight right : ApiRights.ALL) {
            String[] roles = right.roles().stream().map(Role::name).toArray(String[]::new);
            requests.requestMatchers(matchers(right))
                    .access(AuthorizationManagers.allOf(
                            AuthorityAuthorizationManager.hasAnyRole(roles),
                            AuthorityAuthorizationManager.hasAuthority(
                                    right.deed().authority())));
        }
        // What is there at no address says so to whoever is known; but the rooms keep their doors shut.
        for (HttpMethod look : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            requests.requestMatchers(look, "/api/operator/**").hasAnyRole("OPERATOR", "LEAD");
            requests.requestMatchers(look, "/api/schemes/**", "/api/draws/**").hasRole("OFFICE");
            requests.requestMatchers(look, "/api/**").authenticated();
        }
        requests.anyRequest().denyAll();
    }

    private static RequestMatcher[] matchers(ApiRight right) {
        return right.method() == HttpMethod.GET
                ? new RequestMatcher[] {right.matcher(HttpMethod.GET), right.matcher(HttpMethod.HEAD)}
                : new RequestMatcher[] {right.matcher(right.method())};
    }
}
