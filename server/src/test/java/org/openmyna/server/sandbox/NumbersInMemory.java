package org.openmyna.server.sandbox;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.numbers.api.Affair;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberCheck;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;

/** A keeper of numbers without keys. */
public final class NumbersInMemory implements NumberService {
    private final Map<ResidentRecordCode, MyNumber> adopted = new LinkedHashMap<>();

    public Map<ResidentRecordCode, MyNumber> adopted() {
        return adopted;
    }

    @Override
    public AssignedNumber adopt(Call call, Adoption order) {
        adopted.put(order.person(), order.number());
        return token(order.person());
    }

    @Override
    public List<AssignedNumber> assign(Call call, List<ResidentRecordCode> people) {
        return people.stream().map(NumbersInMemory::token).toList();
    }

    /** A name that follows from the code; no secret is kept here. */
    private static AssignedNumber token(ResidentRecordCode person) {
        StringBuilder letters = new StringBuilder();
        person.digits().chars().forEach(digit -> letters.append((char) ('a' + digit - '0')));
        return new AssignedNumber(new NumberToken((letters + "a".repeat(26)).substring(0, 26)), 0);
    }

    @Override
    public void codeChanged(Call call, CodeChange order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AssignedNumber change(Call call, Change order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Revealed reveal(Call call, Reading order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NumberCheck check(Call call, Check order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NumberToken token(Call call, TokenOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NumberToken tokenOfCode(Call call, CodeOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CorporateNumber corporateNumber(Call call, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Affair> affairs(Call call, LocalDate on) {
        throw new UnsupportedOperationException();
    }
}
