package cn.zrzy.hub.kernel;

/** 宗地代码, GB/T 37346: 6 county + 3 cadastral district + 3 sub-district + 2 feature letters + 5 sequence. */
public record ParcelCode(String value) {

    private static final String SHAPE = "[0-9]{12}[GJZ][ABSXCDEFWYHG][0-9]{5}";

    /** @throws Rejected E-PARCEL when the 19 characters do not have the standard's shape */
    public ParcelCode {
        if (!valid(value)) {
            throw new Rejected("E-PARCEL", "宗地代码应为19位：6位区划+3位地籍区+3位地籍子区+2位特征码+5位顺序号", Place.field("宗地代码"));
        }
    }

    public static boolean valid(String value) {
        return value != null && value.matches(SHAPE);
    }

    public String region() {
        return value.substring(0, 6);
    }

    @Override
    public String toString() {
        return value;
    }
}
