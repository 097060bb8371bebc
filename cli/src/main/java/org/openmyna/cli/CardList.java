package org.openmyna.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openmyna.card.chip.CardName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code openmyna card list}: what lies in the drawer. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class CardList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private CommonOptions common = new CommonOptions();

    CardList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Voice voice = surroundings.voice();
        var country = surroundings.country(common);
        List<Object> rows = new ArrayList<>();
        for (CardName name : country.drawer().names()) {
            CardState state = CardState.of(country, name);
            voice.say("card.list.row", name.text(), voice.words("card.state." + state.word()));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("card", name.text());
            row.put("state", state.word());
            row.put("image", country.drawer().image(name));
            rows.add(row);
        }
        if (rows.isEmpty()) voice.say("card.list.empty", "openmyna card new NAME");
        voice.data(rows);
        return 0;
    }
}
