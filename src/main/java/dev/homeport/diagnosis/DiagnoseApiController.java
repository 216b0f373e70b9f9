package dev.homeport.diagnosis;

import dev.homeport.diagnosis.question.QuestionParser;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The diagnosis for programs. */
@RestController
class DiagnoseApiController {

    private final Examiner examiner;

    DiagnoseApiController(Examiner examiner) {
        this.examiner = examiner;
    }

    /** From readings alone: nothing is connected to. */
    @GetMapping("/api/diagnose")
    DiagnosisAnswer examine(@RequestParam MultiValueMap<String, String> parameters) {
        return DiagnosisAnswer.of(examiner.examine(QuestionParser.parse(parameters)));
    }

    /** The same with connections to this machine's own addresses. */
    @PostMapping("/api/diagnose")
    DiagnosisAnswer tryAndExamine(@RequestParam MultiValueMap<String, String> parameters) {
        return DiagnosisAnswer.of(examiner.tryAndExamine(QuestionParser.parse(parameters)));
    }
}
