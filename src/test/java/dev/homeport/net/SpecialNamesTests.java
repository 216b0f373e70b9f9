package dev.homeport.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialNamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.test",
                "APP.Localhost",
                "printer.local",
                "nas.home.arpa",
                "db.internal",
                "git.corp",
                "box.lan",
                "example",
                "x.alt"
            })
    void nameThatNobodyCanRegisterIsNobodys(String name) {
        assertThat(SpecialNames.isNobodys(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "test.example.org", "lan.net", "mytest", "local.dev"})
    void nameThatSomebodyMayHaveIsNot(String name) {
        assertThat(SpecialNames.isNobodys(name)).isFalse();
    }
}
