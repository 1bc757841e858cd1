package cn.zrzy.hub.source.hr;

import cn.zrzy.hub.draw.model.InspectorDemands;
import cn.zrzy.hub.registry.DrawDemands;
import cn.zrzy.hub.registry.Inspector;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The draw's demands of people who are in the registry already (在册人员的抽取要求): the list of {@link PoolDemands}, for who
 * came in before one of the demands was made.
 */
@Component
class OfficerDemands implements DrawDemands {

    @Override
    public String obstacle(Inspector person) {
        List<String> tags = Stream.concat(person.fields().stream(), person.specialties().stream())
                .distinct()
                .toList();
        String department = InspectorDemands.department(person.department(), person.unit());
        return InspectorDemands.first(person.cardNo(), department, person.regions(), tags)
                .map(fault -> fault.field() + "：" + fault.message())
                .orElse("");
    }
}
