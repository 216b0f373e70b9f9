package dev.homeport.web.findings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.answer.ReadingHead;
import dev.homeport.answer.elsewhere.StatePart;
import dev.homeport.finding.AllFindings;
import dev.homeport.finding.Evidence;
import dev.homeport.finding.Finding;
import dev.homeport.finding.Fix;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The findings for programs. */
@RestController
class FindingsApiController implements StatePart {

    private final AllFindings findings;

    FindingsApiController(AllFindings findings) {
        this.findings = findings;
    }

    /**
     * {@code GET /api/findings}.
     *
     * @param head of the least fresh reading that they follow from
     */
    record Answer(@JsonUnwrapped @Nullable ReadingHead head, List<Item> findings) {}

    /** A finding as JSON; see {@link Finding}. */
    record Item(
            String id,
            String severity,
            String subject,
            String message,
            String why,
            List<Evidence> evidence,
            Fix fix,
            @Nullable String link) {

        static Item of(Finding finding) {
            return new Item(
                    finding.id(),
                    finding.severity().text(),
                    finding.subject(),
                    finding.message(),
                    finding.why(),
                    finding.evidence(),
                    finding.fix(),
                    finding.link());
        }
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public Object now() {
        return json();
    }

    @GetMapping("/api/findings")
    Answer json() {
        return new Answer(
                findings.worstReading().map(ReadingHead::of).orElse(null),
                findings.now().stream().map(Item::of).toList());
    }
}
