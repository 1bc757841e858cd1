package cn.zrzy.hub.duty;

import cn.zrzy.hub.kernel.Digest;
import cn.zrzy.hub.kernel.WorkingDays;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the State Council's holiday notices (放假通知) from config/calendar/&lt;year&gt;.json, the holiday-cn format. */
@Configuration
class CalendarFiles {

    @Bean
    WorkingDays workingDays(@Value("${hub.calendar-dir:config/calendar}") Path folder, ObjectMapper mapper)
            throws IOException {
        Set<Integer> years = new HashSet<>();
        TreeMap<LocalDate, Boolean> exceptions = new TreeMap<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path file : files(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            all.write(bytes);
            JsonNode year = mapper.readTree(bytes);
            if (year.path("days").isEmpty()) {
                continue; // a file without days is a year whose notice is not out yet
            }
            years.add(year.path("year").asInt());
            year.path("days")
                    .forEach(day -> exceptions.put(
                            LocalDate.parse(day.path("date").asText()),
                            day.path("isOffDay").asBoolean()));
        }
        return new WorkingDays(years, exceptions, Digest.sm3(all.toByteArray()).substring(0, 16));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
