package dev.homeport.health.expectation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The expectations for programs. */
@RestController
class ExpectationsApiController {

    private final CurrentExpectations expectations;

    ExpectationsApiController(CurrentExpectations expectations) {
        this.expectations = expectations;
    }

    /**
     * {@code GET /api/expectations}.
     *
     * @param head of the less fresh of the readings that they are held against
     * @param baseline the present state as expectations, lines of a properties file
     */
    record Answer(@JsonUnwrapped ReadingHead head, List<Item> expectations, String baseline) {}

    /** An expectation as JSON; see {@link ExpectationVerdict}. */
    record Item(
            String name,
            String status,
            String expected,
            String actual,
            @Nullable String difference,
            Instant since) {

        static Item of(CurrentExpectations.Judged judged) {
            ExpectationVerdict verdict = judged.verdict();
            return new Item(
                    verdict.name(),
                    verdict.standing().text(),
                    verdict.expectation().text(),
                    verdict.actual(),
                    verdict.difference(),
                    judged.since());
        }
    }

    @GetMapping("/api/expectations")
    Answer json() {
        CurrentExpectations.Moment moment = expectations.now();
        return new Answer(
                ReadingHead.of(moment.lessFresh()),
                moment.judged().stream().map(Item::of).toList(),
                moment.baseline());
    }
}
