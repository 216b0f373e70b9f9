package dev.homeport.diagnosis.question;

import dev.homeport.answer.BadParameter;
import dev.homeport.answer.ChoiceParameter;
import dev.homeport.net.PortNames;
import org.springframework.util.MultiValueMap;

/** Reads a question from the parameters {@code target}, {@code from} and {@code for}. */
public final class QuestionParser {

    public static final String TARGET = "target";
    public static final String FROM = "from";
    public static final String PURPOSE = "for";

    private static final TargetParser TARGETS = new TargetParser(PortNames.iana());

    private QuestionParser() {}

    /** @throws BadParameter naming the parameter that makes no sense */
    public static Question parse(MultiValueMap<String, String> parameters) {
        return new Question(
                TARGETS.parse(parameters.getFirst(TARGET)),
                ChoiceParameter.parse(FROM, parameters.getFirst(FROM), From.values(), From::text)
                        .orElse(From.HERE),
                ChoiceParameter.parse(PURPOSE, parameters.getFirst(PURPOSE), Purpose.values(), Purpose::text)
                        .orElse(Purpose.REACH));
    }
}
