package dev.homeport.diagnosis;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.TooManyRequests;
import dev.homeport.diagnosis.cause.CauseCode;
import dev.homeport.diagnosis.question.Question;
import dev.homeport.diagnosis.question.QuestionParser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /diagnose}, and the handbook of causes. */
@Controller
class DiagnoseController {

    private final Examiner examiner;

    DiagnoseController(Examiner examiner) {
        this.examiner = examiner;
    }

    @GetMapping("/diagnose")
    String page(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        return answer(parameters, examiner::examine, model, response);
    }

    /** It connects to the target, so it is no GET. */
    @PostMapping("/diagnose")
    String tryIt(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        return answer(parameters, examiner::tryAndExamine, model, response);
    }

    @GetMapping("/diagnose/causes")
    String causes(Model model) {
        model.addAttribute("causes", CauseCode.values());
        return "causes";
    }

    private static String answer(
            MultiValueMap<String, String> parameters,
            Function<Question, Diagnosis> diagnose,
            Model model,
            HttpServletResponse response) {
        DiagnosePage page;
        try {
            boolean isAsked = parameters.containsKey(QuestionParser.TARGET);
            page = DiagnosePage.of(parameters, isAsked ? diagnose.apply(QuestionParser.parse(parameters)) : null, null);
        } catch (BadParameter e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page = DiagnosePage.of(parameters, null, e.sentence());
        } catch (TooManyRequests e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            page = DiagnosePage.of(parameters, null, String.valueOf(e.getBody().getDetail()));
        }
        model.addAttribute("page", page);
        return "diagnose";
    }
}
