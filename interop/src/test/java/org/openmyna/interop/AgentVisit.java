package org.openmyna.interop;

import java.util.List;
import java.util.function.Consumer;
import org.openqa.selenium.By;

/** How a page of the card agent is reached; it is of another origin than all screens. */
record AgentVisit(String name, Consumer<AgentStage> open) {
    private static final String RIGHT = "Virtual PCD 00 00";

    static final List<AgentVisit> ALL =
            List.of(
                    new AgentVisit("home", stage -> stage.chromium().open(stage.address("/"))),
                    new AgentVisit("no-card", stage -> asked(stage, true)),
                    new AgentVisit("no-reader", stage -> asked(stage, false)),
                    new AgentVisit(
                            "choosing",
                            stage -> {
                                stage.clear(true);
                                stage.lay(RIGHT);
                                stage.lay("Virtual PCD 00 01");
                                stage.ask(claims -> {});
                            }),
                    new AgentVisit("pins", AgentVisit::pins),
                    new AgentVisit(
                            "pins-of-items-and-code",
                            stage -> {
                                stage.clear(true);
                                stage.lay(RIGHT);
                                stage.ask(claims -> {
                                    claims.put("items", List.of("name", "address"));
                                    claims.put("cross_device", true);
                                });
                            }),
                    new AgentVisit(
                            "pins-after-a-mistake",
                            stage -> {
                                pins(stage);
                                type(stage, "12");
                                stage.chromium().await("[role=alert]");
                            }),
                    new AgentVisit("last-try", stage -> spent(stage, 1)),
                    new AgentVisit("locked", stage -> spent(stage, 0)),
                    new AgentVisit(
                            "unregistered",
                            stage -> {
                                stage.clear(true);
                                stage.ask(claims ->
                                        claims.put("client", AskingPlatform.client(false)));
                            }),
                    new AgentVisit(
                            "refused",
                            stage -> stage.chromium().open(stage.address("/ask?request=nothing"))),
                    new AgentVisit(
                            "queued",
                            stage -> {
                                asked(stage, true);
                                stage.ask(claims -> {});
                            }),
                    new AgentVisit(
                            "done",
                            stage -> {
                                stage.clear(true);
                                stage.lay(RIGHT);
                                stage.ask(claims -> {
                                    claims.put("cross_device", true);
                                });
                                stage.chromium()
                                        .driver()
                                        .findElement(By.id("code"))
                                        .sendKeys("246810");
                                type(stage, Country.PIN);
                                stage.chromium().await("main:not(:has(form)) [role=status]");
                            }),
                    new AgentVisit(
                            "cancelled",
                            stage -> {
                                stage.clear(true);
                                stage.ask(claims -> {
                                    claims.put("cross_device", true);
                                });
                                stage.chromium().driver().findElement(By.id("cancel")).click();
                                stage.chromium().await(".om-dialog:not(:has(form))");
                            }));

    private static void asked(AgentStage stage, boolean reader) {
        stage.clear(reader);
        stage.ask(claims -> {});
    }

    private static void pins(AgentStage stage) {
        stage.clear(true);
        stage.lay(RIGHT);
        stage.ask(claims -> {});
    }

    private static void spent(AgentStage stage, int left) {
        stage.clear(true);
        stage.laySpent(left);
        stage.ask(claims -> {});
    }

    private static void type(AgentStage stage, String pin) {
        var field = stage.chromium().driver().findElement(By.id("pin"));
        field.sendKeys(pin);
        field.submit();
    }

    @Override
    public String toString() {
        return name;
    }
}
