package cn.zrzy.hub.plan;

import cn.zrzy.hub.draw.model.RatioScheme;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 比例方案 in the {@code draw} block of config/limits.yaml: a plan names one, the draw follows it.
 *
 * @param ratioSchemes ratios by credit or risk class, each with its meaning
 */
@ConfigurationProperties("draw")
public record RatioSchemes(@DefaultValue List<RatioScheme> ratioSchemes) {

    public Optional<RatioScheme> find(String id) {
        return ratioSchemes.stream().filter(scheme -> scheme.id().equals(id)).findFirst();
    }
}
