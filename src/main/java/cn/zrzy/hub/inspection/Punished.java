package cn.zrzy.hub.inspection;

import cn.zrzy.hub.kernel.CreditCode;
import cn.zrzy.hub.kernel.Place;
import cn.zrzy.hub.kernel.Rejected;
import cn.zrzy.hub.registry.RegisteredParties;
import cn.zrzy.hub.registry.RegisteredParty;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out who was punished (行政相对人认定): the holder of the visited subject, or another registered firm for a stated reason.
 * A typed code proves nothing by its check digit; one wrong firm in a public record is harm done to it.
 */
@Component
class Punished {

    private static final String FIELD = "penalty.creditCode";

    private final RegisteredParties parties;

    Punished(RegisteredParties parties) {
        this.parties = parties;
    }

    /**
     * @param holder whoever answered for the subject on the day of the check
     * @return as registered on the day of the decision; null for a natural person, whose record the hub does not keep
     * @throws Rejected E-USCC, or E-FINDING-PARTY with both names
     */
    RegisteredParty of(PenaltyDraft penalty, RegisteredParty holder) {
        String typed = penalty.creditCode() == null ? "" : penalty.creditCode().strip();
        if (penalty.ofPerson()) {
            return null;
        }
        if (typed.isEmpty()) {
            Rejected.unless(
                    holder.hasCode(),
                    "E-FINDING-PARTY",
                    "检查对象的权利人" + holder.named() + "，请填写行政相对人的代码；权利人是自然人的，相对人类别选“自然人”",
                    FIELD);
            return onTheDay(holder, penalty.decidedOn());
        }
        Rejected.unless(CreditCode.valid(typed), "E-USCC", "行政相对人统一社会信用代码不正确", FIELD);
        if (typed.equals(holder.creditCode())) {
            return onTheDay(holder, penalty.decidedOn());
        }
        return other(penalty, typed, holder);
    }

    /** The same firm, by the name that it bore when the decision was made. */
    private RegisteredParty onTheDay(RegisteredParty holder, LocalDate day) {
        return parties.ofFirm(holder.creditCode(), day).orElse(holder);
    }

    private RegisteredParty other(PenaltyDraft penalty, String typed, RegisteredParty holder) {
        Optional<RegisteredParty> firm = parties.ofFirm(typed, penalty.decidedOn());
        Rejected.unless(
                firm.isPresent(),
                "E-FINDING-PARTY",
                "代码 " + typed + " 在名录库里没有登记，检查对象的权利人是" + holder.named() + "，请核对",
                FIELD);
        boolean sameFirm = !holder.hasCode() && holder.name().equals(firm.get().name());
        boolean explained =
                penalty.otherFirmReason() != null && !penalty.otherFirmReason().isBlank();
        if (!sameFirm && !explained) {
            throw new Rejected(
                    "E-FINDING-PARTY",
                    "代码属于" + firm.get().named() + "，检查对象的权利人是" + holder.named()
                            + "：两家不是同一主体。填错的请改代码；确系处罚另一家的，请在 otherFirmReason 写明理由",
                    Place.field(FIELD));
        }
        return firm.get();
    }
}
