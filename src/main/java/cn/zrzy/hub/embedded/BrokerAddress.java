package cn.zrzy.hub.embedded;

/** Where the message broker is and who we are there (消息中间件地址). */
public record BrokerAddress(String url, String user, String password) {

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
