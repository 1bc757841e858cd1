package cn.zrzy.hub.console.wall;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * 大屏走的门: whoever has the link may look and nothing else. No session, so nobody is logged in by it or out of it; the link
 * opens no other door, since none but this one reads it.
 */
@Configuration(proxyBeanMethods = false)
class WallDoors {

    static final String LOOK = "WALL";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Before the door of the pages, which takes whatever no other one took. */
    @Bean
    @Order(0)
    SecurityFilterChain wallDoor(HttpSecurity http, WallDesk desk) throws Exception {
        return http.securityMatcher("/wall", "/wall/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/wall/*", "/wall/*/board")
                        .hasAuthority(LOOK)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new WallPass(desk), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, x) ->
                                response.sendError(HttpServletResponse.SC_NOT_FOUND, "E-WALL-UNKNOWN"))
                        .accessDeniedHandler((request, response, x) ->
                                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frame -> frame.deny())
                        .contentTypeOptions(Customizer.withDefaults()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
