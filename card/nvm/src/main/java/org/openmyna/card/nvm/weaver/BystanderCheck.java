package org.openmyna.card.nvm.weaver;

import java.lang.classfile.ClassModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;

/**
 * A class that is not woven must not store into fields that live in the card's memory, nor read a
 * reference from one: there would be no barrier.
 */
record BystanderCheck(ClassPool pool, ClassModel model) {
    void check() {
        model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(FieldInstruction.class::isInstance)
                .map(FieldInstruction.class::cast)
                .filter(this::needsBarrier)
                .findFirst()
                .ifPresent(field -> {
                    throw new WeavingRefused(
                            model.thisClass().asInternalName(),
                            "it is not woven, but stores into or reads the persistent field "
                                    + field.name().stringValue()
                                    + ".");
                });
    }

    private boolean needsBarrier(FieldInstruction field) {
        return pool.resolve(field.owner().asInternalName(), field.name().stringValue())
                .filter(slot ->
                        field.opcode() == Opcode.PUTFIELD
                                || (field.opcode() == Opcode.GETFIELD && slot.isReference()))
                .isPresent();
    }
}
