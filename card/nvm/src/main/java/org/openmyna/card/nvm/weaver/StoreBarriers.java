package org.openmyna.card.nvm.weaver;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;
import java.util.Set;

/**
 * One method's code with a barrier for each store and each load of a reference. Constant arrays of
 * a static initialiser stay ordinary Java arrays: they are the same for all cards, and the engine
 * refuses to write them.
 */
final class StoreBarriers implements CodeTransform {
    private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
    private static final MethodTypeDesc NEW_OBJECTS =
            MethodTypeDesc.of(OBJECTS, ConstantDescs.CD_int, ConstantDescs.CD_Class);

    private static final MethodTypeDesc WAKE_ELEMENT =
            MethodTypeDesc.of(ConstantDescs.CD_void, OBJECTS, ConstantDescs.CD_int);

    private final ClassPool pool;
    private final String className;
    private final boolean topClass;
    private final String methodName;
    private final Set<String> elementTypes;
    private final boolean barriers;
    private int newObjects;
    private boolean beforeSuper;

    StoreBarriers(
            ClassPool pool,
            ClassModel model,
            MethodModel method,
            Set<String> elementTypes,
            boolean barriers) {
        this.pool = pool;
        this.elementTypes = elementTypes;
        this.barriers = barriers;
        className = model.thisClass().asInternalName();
        topClass = ClassPool.superName(model).equals("java/lang/Object");
        methodName = method.methodName().stringValue();
        beforeSuper = methodName.equals(ConstantDescs.INIT_NAME);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        boolean constants = methodName.equals(ConstantDescs.CLASS_INIT_NAME);
        switch (element) {
            case FieldInstruction field when field.opcode() == Opcode.PUTFIELD ->
                    putField(code, field);
            case FieldInstruction field when field.opcode() == Opcode.GETFIELD ->
                    getField(code, field);
            case FieldInstruction field when field.opcode() == Opcode.PUTSTATIC && !constants ->
                    throw refuse(
                            "it changes the static field "
                                    + field.name().stringValue()
                                    + ", which all cards would share.");
            case InvokeDynamicInstruction ignored ->
                    throw refuse("it uses a lambda or a joined string.");
            case NewMultiArrayInstruction ignored -> throw refuse("it makes an array of arrays.");
            case NewObjectInstruction made -> newObject(code, made);
            case InvokeInstruction call when call.name().equalsString(ConstantDescs.INIT_NAME) ->
                    construct(code, call);
            case ArrayLoadInstruction load when load.opcode() == Opcode.AALOAD && !constants ->
                    code.dup2().invokestatic(Weaver.BARRIER, "wake", WAKE_ELEMENT).with(load);
            case ArrayStoreInstruction store when !constants -> storeElement(code, store);
            case NewPrimitiveArrayInstruction made when !constants -> newArray(code, made);
            case NewReferenceArrayInstruction made when !constants -> newReferences(code, made);
            default -> code.with(element);
        }
    }

    private void putField(CodeBuilder code, FieldInstruction field) {
        Optional<Slot> slot =
                pool.resolve(field.owner().asInternalName(), field.name().stringValue());
        if (slot.isPresent() && beforeSuper) {
            throw refuse(
                    "it sets the field "
                            + slot.get().name()
                            + " before its superclass is constructed, as inner classes do.");
        }
        if (slot.isPresent() && barriers) {
            code.invokestatic(
                    slot.get().ownerType(), slot.get().setterName(), slot.get().setterType());
        } else {
            code.with(field);
        }
    }

    private void getField(CodeBuilder code, FieldInstruction field) {
        Optional<Slot> slot =
                pool.resolve(field.owner().asInternalName(), field.name().stringValue());
        if (slot.isPresent() && slot.get().isReference()) {
            code.invokestatic(
                    slot.get().ownerType(), slot.get().getterName(), slot.get().getterType());
        } else {
            code.with(field);
        }
    }

    private void newObject(CodeBuilder code, NewObjectInstruction made) {
        if (made.className().asInternalName().equals("java/lang/Object")) {
            throw refuse("it makes a bare java.lang.Object, which has no place in the image.");
        }
        newObjects++;
        code.with(made);
    }

    /**
     * The first constructor call that belongs to no NEW is the one of the superclass, or of this
     * class.
     */
    private void construct(CodeBuilder code, InvokeInstruction call) {
        if (newObjects > 0) {
            newObjects--;
            code.with(call);
            return;
        }
        beforeSuper = false;
        if (topClass && call.owner().asInternalName().equals("java/lang/Object")) {
            code.invokespecial(
                    Weaver.PERSISTENT_OBJECT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        } else {
            code.with(call);
        }
    }

    private void storeElement(CodeBuilder code, ArrayStoreInstruction store) {
        if (!barriers) {
            code.with(store);
            return;
        }
        ClassDesc array =
                switch (store.opcode()) {
                    case BASTORE -> ConstantDescs.CD_Object;
                    case SASTORE -> ConstantDescs.CD_short.arrayType();
                    case AASTORE -> OBJECTS;
                    default ->
                            throw refuse(
                                    "it stores into an array of int, long, char, float or double.");
                };
        ClassDesc value =
                store.opcode() == Opcode.AASTORE ? ConstantDescs.CD_Object : ConstantDescs.CD_int;
        code.invokestatic(
                Weaver.BARRIER,
                "element",
                MethodTypeDesc.of(ConstantDescs.CD_void, array, ConstantDescs.CD_int, value));
    }

    private void newArray(CodeBuilder code, NewPrimitiveArrayInstruction made) {
        String maker =
                switch (made.typeKind()) {
                    case BOOLEAN -> "newBooleans";
                    case BYTE -> "newBytes";
                    case SHORT -> "newShorts";
                    default ->
                            throw refuse(
                                    "it makes an array of "
                                            + made.typeKind().upperBound().displayName()
                                            + ".");
                };
        ClassDesc array = made.typeKind().upperBound().arrayType();
        code.invokestatic(Weaver.BARRIER, maker, MethodTypeDesc.of(array, ConstantDescs.CD_int));
    }

    private void newReferences(CodeBuilder code, NewReferenceArrayInstruction made) {
        ClassDesc component = made.componentType().asSymbol();
        if (component.isArray()) {
            throw refuse("it makes an array of arrays.");
        }
        elementTypes.add(ClassPool.internalName(component));
        code.loadConstant(component)
                .invokestatic(Weaver.BARRIER, "newReferences", NEW_OBJECTS)
                .checkcast(component.arrayType());
    }

    private WeavingRefused refuse(String why) {
        return new WeavingRefused(className, why + " (method " + methodName + ")");
    }
}
