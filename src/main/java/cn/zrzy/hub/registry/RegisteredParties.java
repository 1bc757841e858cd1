package cn.zrzy.hub.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says who stood in the registry on a day (登记主体查询). By that day's versions and never by the present ones: what was said of
 * a firm stays as it was said when it is renamed, given another code or retired later.
 */
@Component
public class RegisteredParties {

    private final Subjects subjects;

    public RegisteredParties(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Whoever answered for that subject. */
    public Optional<RegisteredParty> ofSubject(String code, LocalDate day) {
        return RegisteredParty.of(subjects.history(code), day);
    }

    /** The firm of that code, from its own row where it has one, else from the newest of what it held. */
    public Optional<RegisteredParty> ofFirm(String creditCode, LocalDate day) {
        List<List<Subject>> held = List.copyOf(subjects.heldBy(creditCode).stream()
                .collect(Collectors.groupingBy(Subject::code))
                .values());
        return held.stream()
                .sorted(Comparator.comparing((List<Subject> versions) ->
                                !versions.get(0).code().equals(creditCode))
                        .thenComparing(
                                versions -> versions.get(versions.size() - 1).since(), Comparator.reverseOrder()))
                .flatMap(versions -> RegisteredParty.of(versions, day).stream())
                .filter(party -> party.creditCode().equals(creditCode))
                .findFirst();
    }
}
