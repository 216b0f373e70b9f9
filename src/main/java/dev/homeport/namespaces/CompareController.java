package dev.homeport.namespaces;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.LiveFragment;
import dev.homeport.namespaces.side.Side;
import dev.homeport.namespaces.side.StateParser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** The page {@code /compare}, its live fragment, and the states that its reader hands in. */
@Controller
class CompareController {

    private final CurrentSides sides;
    private final SavedStates saved;

    CompareController(CurrentSides sides, SavedStates saved) {
        this.sides = sides;
        this.saved = saved;
    }

    @GetMapping("/compare")
    String page(
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String right,
            Model model,
            HttpServletResponse response) {
        fill(sides.now(), left, right, null, model, response);
        return "compare";
    }

    @GetMapping(
            path = "/compare",
            headers = {LiveFragment.REQUESTED, LiveFragment.NOT_RESTORED})
    @Nullable
    String live(
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String right,
            @RequestParam(required = false) @Nullable String revision,
            Model model,
            HttpServletResponse response) {
        CurrentSides.Moment now = sides.now();
        if (LiveFragment.isCurrent(now.revision(), revision, response)) {
            return null;
        }
        fill(now, left, right, null, model, response);
        return "compare :: live";
    }

    /** The address that stands in the browser after a state was refused. */
    @GetMapping({"/compare/states", "/compare/states/remove"})
    String back() {
        return "redirect:/compare";
    }

    /** Keeps a saved state, and shows it beside this machine. */
    @PostMapping("/compare/states")
    String add(@RequestParam(required = false) @Nullable MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new BadParameter("file", "", "a file with an answer of GET /api/state");
            }
            Side side = saved.add(
                    file.getBytes(),
                    Optional.ofNullable(file.getOriginalFilename()).orElse("a file"));
            return "redirect:/compare?right=" + side.id();
        } catch (StateParser.NoStateException e) {
            return refused(e.getMessage(), model, response);
        } catch (BadParameter e) {
            return refused(e.sentence(), model, response);
        }
    }

    /** The upload is not read to its end. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(Model model, HttpServletResponse response) {
        String page = refused(SavedStates.TOO_LARGE, model, response);
        response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        return page;
    }

    /** What came is called a form, and is none, or ends too early. */
    @ExceptionHandler(MultipartException.class)
    String unreadable(Model model, HttpServletResponse response) {
        return refused("This upload cannot be read: it is no form, or was cut off.", model, response);
    }

    private String refused(@Nullable String why, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        fill(sides.now(), null, null, why, model, response);
        return "compare";
    }

    /** Forgets a saved state. */
    @PostMapping("/compare/states/remove")
    String remove(@RequestParam(required = false) @Nullable String id) {
        saved.remove(String.valueOf(id));
        return "redirect:/compare";
    }

    private static void fill(
            CurrentSides.Moment now,
            @Nullable String left,
            @Nullable String right,
            @Nullable String error,
            Model model,
            HttpServletResponse response) {
        ComparePage page;
        try {
            page = ComparePage.of(Compared.of(now, CompareChoice.of(now, left, right)), error);
        } catch (BadParameter e) {
            page = ComparePage.of(Compared.nothing(now), e.sentence());
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("page", page);
        model.addAttribute("revision", now.revision());
    }
}
