package org.openmyna.server.numbers;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openmyna.kernel.CorporateNumber;
import org.openmyna.kernel.ResidentRecordCode;
import org.openmyna.server.calls.Call;
import org.openmyna.server.house.Organisation;
import org.openmyna.server.numbers.api.Affair;
import org.openmyna.server.numbers.api.AssignedNumber;
import org.openmyna.server.numbers.api.NumberCheck;
import org.openmyna.server.numbers.api.NumberService;
import org.openmyna.server.numbers.api.NumberToken;
import org.openmyna.server.web.CallMalformed;

/** The desk: looks whether an order is whole, and hands it on for whoever calls. */
final class NumberDesk implements NumberService {
    private final Supplier<Organisation> caller;
    private final Affairs affairs;
    private final Assignments assignments;
    private final CodeChanges codeChanges;
    private final Changes changes;
    private final Readings readings;
    private final CorporateNumbers corporateNumbers;

    NumberDesk(
            Supplier<Organisation> caller,
            Affairs affairs,
            Assignments assignments,
            CodeChanges codeChanges,
            Changes changes,
            Readings readings,
            CorporateNumbers corporateNumbers) {
        this.caller = caller;
        this.affairs = affairs;
        this.assignments = assignments;
        this.codeChanges = codeChanges;
        this.changes = changes;
        this.readings = readings;
        this.corporateNumbers = corporateNumbers;
    }

    /** What came over the network may lack a part. */
    private static void must(String part, @Nullable Object... values) {
        for (Object each : values) {
            if (each == null) throw new CallMalformed(part);
        }
    }

    @Override
    public List<AssignedNumber> assign(Call call, List<ResidentRecordCode> people) {
        must("people", people.toArray());
        return assignments.assign(caller.get(), people);
    }

    @Override
    public AssignedNumber adopt(Call call, Adoption order) {
        must("order", order.person(), order.number());
        return assignments.adopt(caller.get(), order);
    }

    @Override
    public void codeChanged(Call call, CodeChange order) {
        must("order", order.before(), order.now());
        codeChanges.change(caller.get(), order);
    }

    @Override
    public AssignedNumber change(Call call, Change order) {
        must("order", order.person(), order.purpose());
        return changes.change(caller.get(), call.key(), order);
    }

    @Override
    public Revealed reveal(Call call, Reading order) {
        must("order", order.person(), order.purpose());
        return readings.reveal(caller.get(), order);
    }

    @Override
    public NumberCheck check(Call call, Check order) {
        must("order", order.person(), order.number(), order.identity(), order.purpose());
        return readings.check(caller.get(), order);
    }

    @Override
    public NumberToken token(Call call, TokenOrder order) {
        must("order", order.number(), order.identity(), order.purpose());
        return readings.token(caller.get(), order);
    }

    @Override
    public NumberToken tokenOfCode(Call call, CodeOrder order) {
        must("order", order.person(), order.purpose());
        return readings.tokenOfCode(caller.get(), order);
    }

    @Override
    public CorporateNumber corporateNumber(Call call, String name) {
        return corporateNumbers.assign(caller.get(), call.key(), name);
    }

    @Override
    public List<Affair> affairs(Call call, LocalDate on) {
        must("on", on);
        return affairs.of(caller.get(), on);
    }
}
