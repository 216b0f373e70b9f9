package dev.homeport.namespaces;

import dev.homeport.namespaces.side.Side;
import dev.homeport.namespaces.side.StateParser;
import dev.homeport.platform.HostileText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The comparison for programs, and the saved states that it can be made with. */
@RestController
class CompareApiController {

    private static final int LONGEST_ID = 40;

    private final CurrentSides sides;
    private final SavedStates saved;

    CompareApiController(CurrentSides sides, SavedStates saved) {
        this.sides = sides;
        this.saved = saved;
    }

    @GetMapping("/api/compare")
    CompareAnswer json(
            @RequestParam(required = false) @Nullable String left,
            @RequestParam(required = false) @Nullable String right) {
        CurrentSides.Moment now = sides.now();
        return CompareAnswer.of(Compared.of(now, CompareChoice.of(now, left, right)));
    }

    /** Keeps an answer of {@code GET /api/state}, to be named as a side: 201 with its id. */
    @PostMapping(path = "/api/compare/states", consumes = "application/json")
    ResponseEntity<Map<String, String>> add(InputStream body) throws IOException {
        byte[] state = body.readNBytes(StateParser.LARGEST + 1);
        if (state.length > StateParser.LARGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, SavedStates.TOO_LARGE);
        }
        try {
            Side side = saved.add(state, "an upload");
            return ResponseEntity.created(URI.create("/api/compare?right=" + side.id()))
                    .body(Map.of("id", side.id(), "name", side.name()));
        } catch (StateParser.NoStateException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    @DeleteMapping("/api/compare/states/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        if (!saved.remove(id)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no saved state " + HostileText.clean(id, LONGEST_ID) + ".");
        }
    }
}
