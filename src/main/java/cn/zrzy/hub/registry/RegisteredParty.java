package cn.zrzy.hub.registry;

import cn.zrzy.hub.kernel.Beijing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 登记主体: a name and a 统一社会信用代码 that stood in one row of the registry on one day. They leave the hub together or not at
 * all, so nobody but the registry puts the two beside each other (ArchitectureTests).
 *
 * @param subject code of the subject in whose row both stood
 * @param name whoever answers for it: the holder, for a unit itself
 * @param creditCode the same one's 统一社会信用代码; empty when the registry has none
 * @param asOf the day on which they stood there
 */
public record RegisteredParty(String subject, String name, String creditCode, String address, LocalDate asOf) {

    private static final List<String> PLACES = List.of("坐落", "住所", "地址", "项目位置");

    /**
     * @param versions all versions of one subject
     * @return empty when there are none; the first version when the day is before it
     */
    static Optional<RegisteredParty> of(List<Subject> versions, LocalDate day) {
        return Subject.standing(versions, endOf(day)).map(subject -> of(subject, day));
    }

    private static RegisteredParty of(Subject subject, LocalDate day) {
        boolean named = !subject.holderName().isBlank();
        // A code without its holder's name is nobody's: the subject's own name must not borrow it.
        boolean coded = named || subject.code().equals(subject.holderCode());
        return new RegisteredParty(
                subject.code(),
                named ? subject.holderName() : subject.name(),
                coded ? subject.holderCode() : "",
                address(subject),
                day);
    }

    private static Instant endOf(LocalDate day) {
        return Beijing.startOf(day.plusDays(1)).toInstant().minusNanos(1);
    }

    private static String address(Subject subject) {
        return PLACES.stream()
                .flatMap(field -> Stream.ofNullable(subject.details().get(field)))
                .filter(place -> !place.isBlank())
                .findFirst()
                .orElse("河南省许昌市（行政区划" + subject.region() + "）");
    }

    public boolean hasCode() {
        return !creditCode.isEmpty();
    }

    /** 宗地代码; empty when the subject is no parcel. */
    public String parcelCode() {
        return subject.startsWith("DK:") ? subject.substring(3) : "";
    }

    /** 许可证号; empty when the subject is no mining right. */
    public String licenceNo() {
        return subject.startsWith("KQ:") ? subject.substring(3) : "";
    }

    /** 甲公司（91…）, as a sentence names it. */
    public String named() {
        return "“" + name + "”" + (hasCode() ? "（" + creditCode + "）" : "（名录库里没有统一社会信用代码）");
    }
}
