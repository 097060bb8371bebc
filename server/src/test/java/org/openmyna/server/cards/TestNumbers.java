package org.openmyna.server.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.kernel.MyNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.numbers.api.Affair;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberCheck;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;

/** Numbers that follow from codes, revealed for the production of cards and nothing else. */
final class TestNumbers implements NumberService {
    private final Map<NumberToken, MyNumber> numbers = new ConcurrentHashMap<>();

    static MyNumber of(ResidentRecordCode code) {
        return MyNumber.withCheckDigit("9" + code.digits().substring(0, 10));
    }

    @Override
    public List<AssignedNumber> assign(Call call, List<ResidentRecordCode> people) {
        return people.stream().map(this::assigned).toList();
    }

    private AssignedNumber assigned(ResidentRecordCode code) {
        String letters =
                String.format(Locale.ROOT, "%26s", code.digits())
                        .replace(' ', 'a')
                        .replace('0', 'x')
                        .replace('1', 'y')
                        .replace('8', 'v')
                        .replace('9', 'w');
        var token = new NumberToken(letters);
        numbers.put(token, of(code));
        return new AssignedNumber(token, 0);
    }

    @Override
    public Revealed reveal(Call call, Reading order) {
        MyNumber number = numbers.get(order.person());
        if (number == null || !order.purpose().procedure().equals("cards.production")) {
            throw new IllegalStateException("not permitted");
        }
        return new Revealed(number);
    }

    @Override
    public AssignedNumber adopt(Call call, Adoption order) {
        throw notForCards();
    }

    @Override
    public void codeChanged(Call call, CodeChange order) {
        throw notForCards();
    }

    @Override
    public AssignedNumber change(Call call, Change order) {
        throw notForCards();
    }

    @Override
    public NumberCheck check(Call call, Check order) {
        throw notForCards();
    }

    @Override
    public NumberToken token(Call call, TokenOrder order) {
        throw notForCards();
    }

    @Override
    public NumberToken tokenOfCode(Call call, CodeOrder order) {
        throw notForCards();
    }

    @Override
    public CorporateNumber corporateNumber(Call call, String name) {
        throw notForCards();
    }

    @Override
    public List<Affair> affairs(Call call, LocalDate on) {
        throw notForCards();
    }

    private static UnsupportedOperationException notForCards() {
        return new UnsupportedOperationException("card management asks nothing else");
    }
}
