package org.openmyna.server.counter;

import org.openmyna.kernel.MyNumber;
import org.openmyna.server.calls.Call;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;
import org.openmyna.server.residents.api.Officer;
import org.openmyna.server.residents.api.ResidentId;
import org.openmyna.server.residents.api.ResidentService;

/** The way from a person of the register to the person's My Number. */
@FunctionalInterface
public interface NumberDoor {
    /**
     * Reads a number; that it was read, and why, is in the access logs of the register and of the
     * numbers, in the clerk's name.
     *
     * @param call its key is for this one reading
     */
    MyNumber reveal(Call call, ResidentId person, Officer officer, Purpose purpose);

    /**
     * By the resident record code, which the counter asks for and forgets: needs CODE at the
     * residents, TOKEN_OF_CODE and REVEAL at the numbers. The token is the counter's own.
     */
    static NumberDoor byCode(ResidentService residents, NumberService numbers) {
        return (call, person, officer, purpose) -> {
            var code = residents.code(step(call, "code"), person.value(), officer);
            NumberToken token =
                    numbers.tokenOfCode(
                            step(call, "token"), new NumberService.CodeOrder(code, purpose));
            return numbers.reveal(call, new NumberService.Reading(token, purpose)).number();
        };
    }

    private static Call step(Call call, String name) {
        return new Call(call.key() + "-" + name, call.deadline());
    }
}
