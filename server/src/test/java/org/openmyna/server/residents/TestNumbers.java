package org.openmyna.server.residents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.numbers.api.Affair;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberCheck;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;

/** A keeper of numbers who keeps tokens alone. */
final class TestNumbers implements NumberService {
    final Map<ResidentRecordCode, NumberToken> tokens = new ConcurrentHashMap<>();
    final List<CodeChange> changes = new CopyOnWriteArrayList<>();

    @Override
    public List<AssignedNumber> assign(Call call, List<ResidentRecordCode> people) {
        return people.stream()
                .map(code -> tokens.computeIfAbsent(code, TestNumbers::token))
                .map(token -> new AssignedNumber(token, 0))
                .toList();
    }

    private static NumberToken token(ResidentRecordCode code) {
        StringBuilder letters = new StringBuilder("aaaaaaaaaaaaaaa");
        code.digits().chars().forEach(digit -> letters.append((char) ('a' + digit - '0')));
        return new NumberToken(letters.toString());
    }

    @Override
    public void codeChanged(Call call, CodeChange order) {
        changes.add(order);
    }

    @Override
    public AssignedNumber adopt(Call call, Adoption order) {
        throw new UnsupportedOperationException("the register adopts no number");
    }

    @Override
    public AssignedNumber change(Call call, Change order) {
        throw new UnsupportedOperationException("the register changes no number");
    }

    @Override
    public Revealed reveal(Call call, Reading order) {
        throw new UnsupportedOperationException("the register reads no number");
    }

    @Override
    public NumberCheck check(Call call, Check order) {
        throw new UnsupportedOperationException("the register checks no number");
    }

    @Override
    public NumberToken token(Call call, TokenOrder order) {
        throw new UnsupportedOperationException("the register asks for no token");
    }

    @Override
    public NumberToken tokenOfCode(Call call, CodeOrder order) {
        throw new UnsupportedOperationException("the register needs none");
    }

    @Override
    public CorporateNumber corporateNumber(Call call, String name) {
        throw new UnsupportedOperationException("the register needs none");
    }

    @Override
    public List<Affair> affairs(Call call, LocalDate on) {
        throw new UnsupportedOperationException("the register asks for none");
    }
}
