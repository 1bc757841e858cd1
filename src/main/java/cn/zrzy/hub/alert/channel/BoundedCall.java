package cn.zrzy.hub.alert.channel;

import cn.zrzy.hub.alert.AlertTerms;
import cn.zrzy.hub.alert.NotTold;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * One POST with an end (有界的调用): the whole answer within its time, no more of it than anybody reads, no redirect. What went
 * wrong is said in a sentence that holds neither the address, which may be a secret, nor what the other side wrote.
 */
@Component
class BoundedCall {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 64 * 1024;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Duration within;
    private final HttpClient http;

    BoundedCall(AlertTerms terms) {
        this.within = terms.within();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(within)
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /** @param json already serialised; status 2xx or {@link NotTold} */
    byte[] post(String url, byte[] json, Map<String, String> headers) throws NotTold {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(url))
                .timeout(within)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = send(request.build());
        int status = answer.statusCode();
        if (status == 429) {
            throw new NotTold("对方说发得太密（429）", TEN_MINUTES);
        }
        if (status == 401 || status == 403) {
            throw new NotTold("对方不认我方的凭据（" + status + "）");
        }
        if (status < 200 || status > 299) {
            throw new NotTold("对方应答 " + status);
        }
        return answer.body();
    }

    /** The same, where the answer is a JSON object. */
    JsonNode ask(String url, Object message, Map<String, String> headers) throws NotTold {
        try {
            JsonNode answer = JSON.readTree(post(url, bytes(message), headers));
            if (answer == null || !answer.isObject()) {
                throw new NotTold("对方的应答不是约定的样子");
            }
            return answer;
        } catch (IOException e) {
            throw new NotTold("对方的应答不是约定的样子");
        }
    }

    static byte[] bytes(Object message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI address(String url) throws NotTold {
        if (url.isBlank()) {
            throw new NotTold("没有设置地址，或缺少密钥文件");
        }
        try {
            URI address = URI.create(url.strip());
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).matches("https?")) {
                throw new NotTold("地址不是 http、https 网址");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new NotTold("地址不是 http、https 网址");
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws NotTold {
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request, info -> new BoundedBody());
        try {
            return call.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new NotTold("对方 " + within.toSeconds() + " 秒内没有应答完");
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new NotTold("枢纽正在停止");
        } catch (ExecutionException e) {
            throw new NotTold(
                    e.getCause() instanceof java.net.http.HttpTimeoutException
                            ? "对方 " + within.toSeconds() + " 秒内没有应答完"
                            : e.getCause() instanceof TooLong ? "对方的应答太长" : "连不上对方，或对方中途断开");
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

        private final HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
        private Flow.Subscription subscription;
        private long read;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            whole.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            read += part.stream().mapToLong(ByteBuffer::remaining).sum();
            if (read > LARGEST) {
                subscription.cancel();
                whole.onError(new TooLong());
            } else {
                whole.onNext(part);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.onError(failure);
        }

        @Override
        public void onComplete() {
            whole.onComplete();
        }
    }
}
