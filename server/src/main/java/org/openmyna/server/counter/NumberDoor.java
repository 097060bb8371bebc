package org.openmyna.server.counter;

import java.util.List;
import org.openmyna.kernel.MyNumber;
import org.openmyna.server.calls.Call;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentService;

/** The way from a person of the register to the person's My Number. */
@FunctionalInterface
public interface NumberDoor {
    /**
     * Reads a number; that it was read is in the access log of the numbers.
     *
     * @param call its key is for this one reading
     */
    MyNumber reveal(Call call, ResidentId person, Purpose purpose);

    /**
     * By the resident record code, which the counter asks for and forgets: needs CARD_HOLDER at the
     * residents, ASSIGN and REVEAL at the numbers. A person with a number keeps it when it is
     * assigned again; the answer is the counter's token.
     */
    static NumberDoor byCode(ResidentService residents, NumberService numbers) {
        return (call, person, purpose) -> {
            var code = residents.cardHolder(step(call, "code"), person.value()).code();
            NumberToken token =
                    numbers.assign(step(call, "token"), List.of(code)).getFirst().token();
            return numbers.reveal(call, new NumberService.Reading(token, purpose)).number();
        };
    }

    private static Call step(Call call, String name) {
        return new Call(call.key() + "-" + name, call.deadline());
    }
}
