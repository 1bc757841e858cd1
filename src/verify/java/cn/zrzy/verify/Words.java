package cn.zrzy.verify;

import java.util.Map;

/** What can be wrong, in words, Chinese and English (docs/draw/bundle-format.md §9). */
final class Words {

    /** @param zh for the public @param en for the reader abroad */
    record Both(String zh, String en) {
        String in(String lang) {
            return lang.equals("en") ? en : zh;
        }
    }

    private static final Map<String, Both> FAULTS = Map.ofEntries(
            fault("E-ZIP", "压缩包的结构与规定不符，可能被改动或未下载完整", "the zip container is not as prescribed: altered or cut short"),
            fault("E-FILE", "缺少文件，或多出不该有的文件", "a file is missing, or one too many"),
            fault("E-SEAL", "文件内容与封签清单不符", "a file differs from the sealed list"),
            fault("E-UTF8", "不是合法的 UTF-8 文字", "not valid UTF-8 text"),
            fault("E-CHAR", "文字中有格式不允许的字符", "text holds a character that the format does not allow"),
            fault("E-NFC", "文字不是规范的 Unicode 形式", "text is not in Unicode NFC"),
            fault("E-JSON", "不是规定的 JSON 写法", "not JSON in the prescribed form"),
            fault("E-FIELD", "字段内容不合规定", "a field is not as prescribed"),
            fault(
                    "E-OLD",
                    "用了本版不再支持的写法（研究性抽样、加权），请用当时证据包里的核验程序",
                    "written in a way that this version no longer supports (rounding by chance, weights); use the verifier inside that bundle"),
            fault("E-SORT", "顺序不对", "wrong order"),
            fault("E-DUP", "有重复", "a duplicate"),
            fault("E-LEAF", "名单中的一行与其指纹不符", "a line of the list differs from its leaf hash"),
            fault("E-ROOT", "名单根值不符", "the root of the list differs"),
            fault("E-COUNT", "名单数量不符", "the number of records differs"),
            fault("E-RULES-HASH", "规则文件与承诺时的指纹不符", "the rules differ from the committed hash"),
            fault("E-VERIFIER-HASH", "验证程序与承诺时的指纹不符", "a verifier program differs from the committed hash"),
            fault("E-RESULT-HASH", "结果文件与结果清单的指纹不符", "a result file differs from the hash in result.json"),
            fault("E-SIG-SM2", "国密 SM2 签名无效", "the SM2 signature is not valid"),
            fault("E-SIG-ED25519", "Ed25519 签名无效", "the Ed25519 signature is not valid"),
            fault("E-STAMP", "时间戳缺失或无效", "the time stamp is missing or not valid"),
            fault("E-ORDER", "时间先后不对：应先承诺、再揭示、后开奖", "wrong order in time: commit, then reveal, then the event"),
            fault("E-LOG-CHAIN", "日志链条断裂", "the log's chain is broken"),
            fault("E-LOG-GAP", "日志序号不连续", "the log's numbers have a gap"),
            fault("E-LOG-DOCUMENT", "日志与文件对不上", "the log and the files do not match"),
            fault("E-LOG-TIME", "日志所记的时间或先后与文件不符", "the log's times or their order differ from the files"),
            fault("E-DRAWNO", "抽取编号不连续或重复", "draw numbers have a gap or repeat"),
            fault("E-REDRAW", "作废的抽取没有如实列出", "a voided draw is not listed as it should be"),
            fault("E-STRATA", "分层或各层数量不符", "the strata or their sizes differ"),
            fault("E-RATIO", "抽取比例与规则不符", "a ratio differs from the rules"),
            fault("E-QUOTA", "应抽数量算错", "a quota is wrong"),
            fault("E-RESERVE", "备选名单或数量不符", "the reserve list or its size differs"),
            fault("E-EXCLUSION", "排除情形不合规定", "an exclusion is not as prescribed"),
            fault(
                    "E-RECIPE",
                    "种子配方不合规定：承诺方不足三方，同一公开事件计了两次，或来源写法不对",
                    "the recipe of the seed is not as prescribed: fewer than three parties, one event counted twice, or a source not spelt as it must be"),
            fault("E-COMMIT", "揭示的值与事先的承诺不符", "a revealed value differs from its commitment"),
            fault("E-REVEAL", "揭示记录不合规定", "a reveal is not as prescribed"),
            fault("E-SOURCE", "公开事件的记录不合规定", "a public event is not recorded as prescribed"),
            fault("E-ENTROPY", "公开随机性不足或计算不符", "public randomness too small or counted wrongly"),
            fault("E-SEED", "种子算出来不一样", "the seed recomputes differently"),
            fault("E-SECRET", "密封值与事先的承诺不符", "the sealed secret differs from its commitment"),
            fault("E-SECRET-LATE", "密封值逾期未公开", "the sealed secret was not opened in time"),
            fault("E-TICKET", "签号算出来不一样", "a ticket recomputes differently"),
            fault("E-PICK", "抽中的对象与重算结果不同", "the subjects drawn differ from the recomputation"),
            fault("E-TEAM-SIZE", "检查组人数不对", "a team has the wrong size"),
            fault("E-TEAM-TWICE", "同一人在一组中出现两次", "one person twice in a team"),
            fault("E-ROLE", "组内岗位不合规则", "roles in a team break the rules"),
            fault("E-CERT", "执法证在检查期内失效", "a certificate expires before the inspection ends"),
            fault("E-RECUSED", "应回避的人员在组内，或回避记录不实", "a recused person sits in a team, or a recusal is not genuine"),
            fault("E-CAP", "人员任务数超过上限", "an inspector is over the cap"),
            fault("E-ELIGIBLE", "人员不符合条件，或候选表不符", "an inspector is not eligible, or the eligibility table differs"),
            fault("E-LADDER", "放宽步骤没有按事先的顺序使用", "the relaxation ladder was not used in its order"),
            fault("E-PRICE-FORM", "最优性证书的格式不对", "the certificate of optimality is malformed"),
            fault("E-PRICE", "搭配不是最优", "the teams are not optimal"),
            fault("E-TIE", "搭配不是唯一的最优", "the optimum is not unique"),
            fault("E-CORRECTION", "更正记录不合规定", "a correction is not as prescribed"),
            fault("E-CURRENT", "更正后的名单与重演结果不同", "the current lists differ from the replay"),
            fault("E-ABSENT", "该代码不在本次抽取的名单中", "this code is not in the pool of this draw"),
            fault("E-INTERNAL", "验证程序遇到意外内容", "the verifier met something unexpected"));

    private static final Map<String, Both> STEPS = Map.ofEntries(
            fault("form", "格式、排序、无重复", "Form, order, no duplicates"),
            fault("roots", "名单根值与数量", "List roots and counts"),
            fault("signatures", "签名与时间先后", "Signatures and order in time"),
            fault("log", "编号连续、日志成链、作废有记录", "Numbers without gap, chained log, voided draws listed"),
            fault("quotas", "比例与名额", "Ratios and quotas"),
            fault("seed", "承诺、公开事件与种子", "Commitments, public events and seed"),
            fault("picks", "抽中与备选", "Drawn and reserve"),
            fault("teams", "执法人员搭配合规", "Teams obey the rules"),
            fault("optimal", "搭配唯一且最优", "Teams are the unique optimum"),
            fault("corrections", "更正可重演", "Corrections replay"),
            fault("mine", "本企业查询", "My enterprise"));

    private Words() {}

    private static Map.Entry<String, Both> fault(String code, String zh, String en) {
        return Map.entry(code, new Both(zh, en));
    }

    static String fault(String code, String lang) {
        return FAULTS.get(code).in(lang);
    }

    static String step(String key, String lang) {
        return STEPS.get(key).in(lang);
    }
}
