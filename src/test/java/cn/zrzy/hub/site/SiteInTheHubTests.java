package cn.zrzy.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zrzy.hub.fixtures.HubTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public pages in the whole hub, with the settings that are shipped. */
@HubTest
class SiteInTheHubTests {

    @Test
    void everyoneMayReadWithoutALogIn(@LocalServerPort int port) throws Exception {
        for (String path : List.of("/pub", "/pub/draws", "/pub/verify", "/pub/verify.jar", "/assets/site/site.css")) {
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().map()).as(path).doesNotContainKey("set-cookie");
            if (path.equals("/pub")) {
                assertThat(page.body()).contains("许昌市自然资源和规划局", "公钥指纹", "0374-2960000");
            }
        }
    }
}
