package org.openmyna.server.counter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openmyna.kernel.JapaneseDate;
import org.openmyna.server.web.page.PageLanguage;
import org.openmyna.server.web.page.Texts;
import org.openmyna.trust.profile.ValidityRule;
import org.springframework.util.function.SingletonSupplier;

/** 受理通知書: a recorded notice on A4, in Japanese, tagged, with its font inside. */
final class Paper {
    private static final String FAMILY = "paper";
    private static final String RARE = "rare";
    private static final int REGULAR = 400;

    private final SingletonSupplier<PaperFonts> fonts;
    private final Texts texts;

    /**
     * @param fonts read when the first paper is printed: a start does not wait for it
     */
    Paper(Supplier<PaperFonts> fonts, Texts texts) {
        this.fonts = SingletonSupplier.of(fonts);
        this.texts = texts;
    }

    private record Line(String label, String value) {}

    /**
     * @throws PaperNotMade if it cannot be rendered (MYNA-CTR-003)
     */
    byte[] notice(Desk desk, Receipt receipt) {
        String html = html(desk, receipt);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder renderer = new PdfRendererBuilder();
        PaperFonts all = fonts.obtain();
        renderer.useFont(all.usual()::open, FAMILY, REGULAR, FontStyle.NORMAL, true);
        renderer.useFont(all.rare()::open, RARE, REGULAR, FontStyle.NORMAL, true);
        renderer.usePdfUaAccessibility(true);
        renderer.withHtmlContent(html, null);
        renderer.withProducer("OpenMyna (TEST)");
        renderer.toStream(pdf);
        try {
            renderer.run();
        } catch (IOException failed) {
            throw new PaperNotMade(failed);
        }
        return pdf.toByteArray();
    }

    private String html(Desk desk, Receipt receipt) {
        String office = desk.clerk().office().name();
        List<Line> lines = lines(desk, receipt);
        String rows =
                lines.stream()
                        .map(each ->
                                "<tr><th scope=\"row\">"
                                        + text(each.label())
                                        + "</th><td>"
                                        + text(each.value())
                                        + "</td></tr>\n")
                        .collect(Collectors.joining());
        String effects =
                receipt.shared().stream()
                        .map(each -> "<li>" + text(said(each)) + "</li>\n")
                        .collect(Collectors.joining());
        return PAGE.replace("{rows}", rows)
                .replace(
                        "{effects}",
                        effects.isEmpty()
                                ? "<p>" + say("effects.none") + "</p>"
                                : "<ul>" + effects + "</ul>")
                .replace("{office}", text(office))
                .replace(
                        "{day}",
                        text(day(LocalDate.ofInstant(receipt.act().doneOn(), ValidityRule.JAPAN))))
                .replace("{notes}", notes(rows, lines));
    }

    /** What is printed otherwise than it is recorded. */
    private String notes(String rows, List<Line> lines) {
        String notes = "";
        if (rows.contains(PaperFonts.SUBSTITUTE)) notes += "<p>" + say("paper.substitute") + "</p>";
        if (lines.stream().anyMatch(each -> PaperFonts.hasSelector(each.value()))) {
            notes += "<p>" + say("paper.variant") + "</p>";
        }
        return notes;
    }

    private List<Line> lines(Desk desk, Receipt receipt) {
        CaseAct act = receipt.act();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(say("receipt.number"), String.valueOf(receipt.number())));
        lines.add(new Line(say("case.number"), act.number()));
        lines.add(new Line(say("receipt.kind"), say("event." + act.act())));
        receipt.record()
                .ifPresent(record -> lines.add(new Line(say("record.name"), record.name().text())));
        add(say("field.effective"), act.effective(), lines);
        add(say("field.notified"), act.notified(), lines);
        if (!receipt.transferNumbers().isEmpty()) {
            lines.add(
                    new Line(
                            say("receipt.transfer"),
                            receipt.transferNumbers().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining("、"))));
        }
        act.confirmed()
                .ifPresent(how ->
                        lines.add(new Line(say("confirmed.legend"), say("confirmed." + how))));
        lines.add(new Line(say("receipt.officer"), receipt.officer()));
        lines.add(new Line(say("case.affair"), desk.affair().japanese()));
        return lines;
    }

    private static void add(String label, Optional<LocalDate> day, List<Line> lines) {
        day.ifPresent(each -> lines.add(new Line(label, day(each))));
    }

    private String said(Effects.Shared effect) {
        String due = effect.due().map(each -> "（期限：" + day(each) + "）").orElse("");
        return say("effect." + effect.kind()) + due + "　" + day(effect.on()) + "　" + effect.law();
    }

    private static String day(LocalDate day) {
        return JapaneseDate.of(day).japanese() + "（" + day.getYear() + "年）";
    }

    private String say(String key) {
        return texts.find(PageLanguage.JAPANESE, key)
                .orElseThrow(() -> new IllegalStateException("no text " + key));
    }

    /** Printable and escaped. */
    private String text(String value) {
        return fonts.obtain()
                .printable(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("{", "｛");
    }

    private static final String PAGE =
            """
            <html lang="ja"><head>
            <title>【試験用】受理通知書</title>
            <meta name="description" content="試験用 TEST 受理通知書"/>
            <style>
            @page { size: A4; margin: 22mm 20mm 22mm 20mm;
              @top-left { content: "試験用 TEST"; font-family: paper; font-size: 12pt; }
              @bottom-center { content: "試験用 TEST – この書類は無効です – " counter(page) "/" counter(pages);
                font-family: paper; font-size: 9pt; } }
            body { font-family: paper, rare; font-size: 11pt; line-height: 1.6; color: #000; }
            h1 { font-size: 20pt; text-align: center; font-weight: 400; margin: 8mm 0; }
            h2 { font-size: 13pt; font-weight: 400; margin: 8mm 0 2mm; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { border: 0.5pt solid #000; padding: 2mm 3mm; text-align: left; font-weight: 400; }
            th { width: 42mm; }
            li { margin-bottom: 1mm; }
            .mark { position: absolute; top: 105mm; left: 15mm; font-size: 64pt; color: #e0e0e0;
              transform: rotate(-24deg); z-index: -1; }
            .issuer { text-align: right; margin-top: 10mm; line-height: 2.6; page-break-inside: avoid; }
            .seal { border: 1.5pt solid #c00; color: #c00; padding: 3mm 2mm; }
            </style></head><body>
            <div class="mark">試験用 TEST</div>
            <h1>受理通知書</h1>
            <p>次の届出を受理し、住民基本台帳に記録しました。</p>
            <table><tbody>
            {rows}</tbody></table>
            <h2>届出に伴うこと</h2>
            {effects}
            {notes}
            <p class="issuer">{day}<br/>{office}長（試験）　<span class="seal">試験</span></p>
            </body></html>
            """;
}
