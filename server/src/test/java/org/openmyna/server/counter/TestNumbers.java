package org.openmyna.server.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.numbers.api.Affair;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberCheck;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.numbers.api.Purpose;

/** A keeper of numbers who remembers what was read, and why. */
final class TestNumbers implements NumberService {
    /** What was read. */
    final List<Reading> readings = new CopyOnWriteArrayList<>();

    /** What for tokens were asked. */
    final List<Purpose> purposes = new CopyOnWriteArrayList<>();

    private final Map<NumberToken, MyNumber> numbers = new ConcurrentHashMap<>();

    @Override
    public List<AssignedNumber> assign(Call call, List<ResidentRecordCode> people) {
        return people.stream().map(code -> new AssignedNumber(token(code), 0)).toList();
    }

    private NumberToken token(ResidentRecordCode code) {
        StringBuilder letters = new StringBuilder("bbbbbbbbbbbbbbb");
        code.digits().chars().forEach(digit -> letters.append((char) ('a' + digit - '0')));
        NumberToken token = new NumberToken(letters.toString());
        numbers.put(token, MyNumber.withCheckDigit("9" + code.digits().substring(0, 10)));
        return token;
    }

    @Override
    public Revealed reveal(Call call, Reading order) {
        readings.add(order);
        MyNumber number = numbers.get(order.person());
        if (number == null) throw new IllegalStateException("no such token");
        return new Revealed(number);
    }

    @Override
    public void codeChanged(Call call, CodeChange order) {
        throw new UnsupportedOperationException("the counter changes no code");
    }

    @Override
    public AssignedNumber adopt(Call call, Adoption order) {
        throw new UnsupportedOperationException("the counter adopts no number");
    }

    @Override
    public AssignedNumber change(Call call, Change order) {
        throw new UnsupportedOperationException("the counter changes no number");
    }

    @Override
    public NumberCheck check(Call call, Check order) {
        throw new UnsupportedOperationException("the counter checks no number");
    }

    @Override
    public NumberToken token(Call call, TokenOrder order) {
        throw new UnsupportedOperationException("the counter asks for no token");
    }

    @Override
    public NumberToken tokenOfCode(Call call, CodeOrder order) {
        purposes.add(order.purpose());
        return token(order.person());
    }

    @Override
    public CorporateNumber corporateNumber(Call call, String name) {
        throw new UnsupportedOperationException("the counter needs none");
    }

    @Override
    public List<Affair> affairs(Call call, LocalDate on) {
        throw new UnsupportedOperationException("the counter asks for none");
    }
}
