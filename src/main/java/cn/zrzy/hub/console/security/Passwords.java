package cn.zrzy.hub.console.security;

import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept (口令存储): with the scheme's name in front, so that the next scheme can live beside this one. */
final class Passwords {

    private Passwords() {}

    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt12", Map.of("bcrypt12", new BCryptPasswordEncoder(12)));
    }
}
