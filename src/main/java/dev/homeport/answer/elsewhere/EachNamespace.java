package dev.homeport.answer.elsewhere;

import dev.homeport.answer.BadParameter;
import dev.homeport.reading.Reading;
import dev.homeport.reading.Snapshot;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/** A reading of whichever network namespace is asked for: Homeport's own unless another one is named. */
public final class EachNamespace<T> {

    private static final String NOT_IN_SIGHT = "not-in-sight";

    private final Supplier<Snapshot<T>> own;
    private final ObjectProvider<Elsewhere<T>> elsewhere;

    /** @param elsewhere none where nothing sees into other namespaces */
    public EachNamespace(Supplier<Snapshot<T>> own, ObjectProvider<Elsewhere<T>> elsewhere) {
        this.own = own;
        this.elsewhere = elsewhere;
    }

    private Seen<T> in(@Nullable String namespace) {
        if (namespace == null || namespace.isBlank()) {
            return new Seen<>(own.get(), null);
        }
        Elsewhere<T> others = elsewhere.getIfAvailable(() -> none -> {
            throw new BadParameter(
                    Elsewhere.PARAMETER, namespace, "nothing here: no other network namespace is looked at");
        });
        return others.in(namespace.strip())
                .map(snapshot -> new Seen<>(snapshot, namespace.strip()))
                .orElseGet(() -> new Seen<>(own.get(), null));
    }

    /** Homeport's own. */
    public Seen<T> own() {
        return in((String) null);
    }

    /**
     * @param parameters of which the first {@link Elsewhere#PARAMETER} counts; none or a blank one for Homeport's own
     * @throws BadParameter when it is not in sight
     */
    public Seen<T> in(MultiValueMap<String, String> parameters) {
        return in(parameters.getFirst(Elsewhere.PARAMETER));
    }

    /**
     * The same for a page: what is not in sight, or not any more, is missing there, with the reason. Another one in its
     * place would look as if it were that.
     */
    public Seen<T> in(MultiValueMap<String, String> parameters, HttpServletResponse response) {
        try {
            return in(parameters);
        } catch (BadParameter e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return new Seen<>(
                    new Snapshot<>("namespaces", new Reading.Missing<>(e.sentence()), NOT_IN_SIGHT),
                    parameters.getFirst(Elsewhere.PARAMETER));
        }
    }
}
