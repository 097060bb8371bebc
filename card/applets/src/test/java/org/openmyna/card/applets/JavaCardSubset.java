package org.openmyna.card.applets;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The rule that keeps the applets convertible, read off their class files.
 *
 * <ul>
 *   <li>Types of fields, parameters, results and locals: byte, short, boolean, arrays of one
 *       dimension of these, references to {@code javacard*} and to the applets' own classes.
 *   <li>javac computes on 32 bits, the card on 16. So the result of + - * / % &lt;&lt; and of a
 *       negation is cast to byte or short at once; &amp; | ^ and &gt;&gt; of shorts cannot leave 16
 *       bits; &gt;&gt;&gt; can mean two things and is not used. Constants fit a short.
 *   <li>Nothing is allocated outside constructors and {@code install}: no new, no transient array,
 *       no cipher, no key.
 *   <li>Statics are constants, because one class serves many cards: final, a number, known to the
 *       compiler.
 *   <li>Nothing of java.* but {@code Object}: no String, no collections, no exceptions made by
 *       hand, no lambdas, no monitors.
 * </ul>
 */
final class JavaCardSubset {

    private static final Set<String> PRIMITIVES = Set.of("B", "S", "Z");
    private static final Set<Opcode> TO_BE_NARROWED =
            Set.of(
                    Opcode.IADD,
                    Opcode.ISUB,
                    Opcode.IMUL,
                    Opcode.IDIV,
                    Opcode.IREM,
                    Opcode.INEG,
                    Opcode.ISHL);
    private static final Set<Opcode> NARROW =
            Set.of(Opcode.IAND, Opcode.IOR, Opcode.IXOR, Opcode.ISHR, Opcode.ARRAYLENGTH);
    private static final Set<String> FACTORIES =
            Set.of(
                    "makeTransientByteArray",
                    "makeTransientShortArray",
                    "makeTransientBooleanArray",
                    "makeTransientObjectArray",
                    "getInstance",
                    "buildKey");

    private final List<String> violations = new ArrayList<>();
    private String where = "";

    private JavaCardSubset() {}

    /** What in this class file is outside the subset; empty if nothing is. */
    static List<String> violations(byte[] classFile) {
        var check = new JavaCardSubset();
        check.type(ClassFile.of().parse(classFile));
        return check.violations;
    }

    private void type(ClassModel type) {
        where = type.thisClass().name().stringValue();
        if (type.majorVersion() > ClassFile.JAVA_8_VERSION) say("class file newer than Java 8");
        if (type.flags().has(AccessFlag.ENUM)) say("an enum");
        type.superclass().ifPresent(parent -> reference(parent.asSymbol()));
        type.interfaces().forEach(parent -> reference(parent.asSymbol()));
        type.findAttribute(Attributes.innerClasses()).ifPresent(inner -> say("an inner class"));
        type.fields().forEach(this::field);
        type.methods().forEach(this::method);
    }

    private void field(FieldModel field) {
        where = "field " + field.fieldName().stringValue();
        value(field.fieldTypeSymbol());
        boolean constant =
                field.flags().has(AccessFlag.FINAL)
                        && field.findAttribute(Attributes.constantValue())
                                .map(ConstantValueAttribute::constant)
                                .isPresent();
        if (field.flags().has(AccessFlag.STATIC) && !constant)
            say("a static that is not a constant");
    }

    private void method(MethodModel method) {
        where = "method " + method.methodName().stringValue();
        signature(method.methodTypeSymbol());
        if (method.flags().has(AccessFlag.SYNCHRONIZED)) say("synchronized");
        if (method.flags().has(AccessFlag.NATIVE)) say("native");
        if (method.methodName().equalsString("<clinit>")) say("a static initialiser");
        boolean mayAllocate =
                method.methodName().equalsString("<init>")
                        || method.methodName().equalsString("install");
        method.code().ifPresent(code -> code(code, mayAllocate));
    }

    private void code(CodeModel code, boolean mayAllocate) {
        Iterator<CodeElement> elements = code.elementList().iterator();
        boolean wide = false;
        while (elements.hasNext()) {
            CodeElement element = elements.next();
            if (element instanceof Instruction instruction) {
                boolean narrowed = instruction instanceof ConvertInstruction;
                if (wide && !narrowed) say("a sum, product or quotient that is not cast at once");
                wide = TO_BE_NARROWED.contains(instruction.opcode());
            }
            element(element, mayAllocate);
        }
    }

    private void element(CodeElement element, boolean mayAllocate) {
        switch (element) {
            case LocalVariable local -> value(local.typeSymbol());
            case ExceptionCatch handler ->
                    handler.catchType().ifPresent(type -> reference(type.asSymbol()));
            case OperatorInstruction operator -> operator(operator.opcode());
            case ConvertInstruction conversion -> conversion(conversion);
            case IncrementInstruction _ -> say("an int that counts");
            case ConstantInstruction constant -> constant(constant);
            case ArrayLoadInstruction load -> element(load.typeKind());
            case ArrayStoreInstruction store -> element(store.typeKind());
            case FieldInstruction access -> {
                reference(access.owner().asSymbol());
                value(access.typeSymbol());
                if (access.opcode() == Opcode.PUTSTATIC) say("a store to a static");
            }
            case InvokeDynamicInstruction _ -> say("a lambda or a joined string");
            case InvokeInstruction call -> {
                reference(call.owner().asSymbol());
                signature(call.typeSymbol());
                if (!mayAllocate && FACTORIES.contains(call.name().stringValue()))
                    say("allocation outside construction");
            }
            case NewObjectInstruction made -> {
                reference(made.className().asSymbol());
                allocation(mayAllocate);
            }
            case NewPrimitiveArrayInstruction made -> {
                element(made.typeKind());
                allocation(mayAllocate);
            }
            case NewReferenceArrayInstruction made -> {
                reference(made.componentType().asSymbol());
                allocation(mayAllocate);
            }
            case NewMultiArrayInstruction _ -> say("an array of arrays");
            case TypeCheckInstruction check -> value(check.type().asSymbol());
            case MonitorInstruction _ -> say("synchronized");
            case TableSwitchInstruction choice -> choice.cases().forEach(this::label);
            case LookupSwitchInstruction choice -> choice.cases().forEach(this::label);
            default -> {
                // Loads, stores, branches and returns: their types are those of locals, fields and
                // signatures.
            }
        }
    }

    private void operator(Opcode opcode) {
        if (!TO_BE_NARROWED.contains(opcode) && !NARROW.contains(opcode))
            say("the operator " + opcode);
    }

    private void conversion(ConvertInstruction conversion) {
        boolean toCardType =
                conversion.toType() == TypeKind.BYTE || conversion.toType() == TypeKind.SHORT;
        if (!toCardType || conversion.fromType() != TypeKind.INT)
            say("a conversion to " + conversion.toType());
    }

    private void constant(ConstantInstruction constant) {
        Object value = constant.constantValue();
        boolean fits =
                value == ConstantDescs.NULL
                        || value instanceof Integer number && (short) (int) number == number;
        if (!fits) say("the constant " + value);
    }

    private void element(TypeKind kind) {
        boolean fits =
                switch (kind) {
                    case BYTE, SHORT, BOOLEAN, REFERENCE -> true;
                    default -> false;
                };
        if (!fits) say("an array of " + kind);
    }

    private void allocation(boolean allowed) {
        if (!allowed) say("allocation outside construction");
    }

    private void label(SwitchCase label) {
        if ((short) label.caseValue() != label.caseValue()) say("the case " + label.caseValue());
    }

    private void signature(MethodTypeDesc signature) {
        signature.parameterList().forEach(this::value);
        if (!signature.returnType().equals(ConstantDescs.CD_void)) value(signature.returnType());
    }

    private void value(ClassDesc type) {
        ClassDesc inner = type.isArray() ? type.componentType() : type;
        if (inner.isArray()) {
            say("an array of arrays");
        } else if (!inner.isPrimitive()) {
            reference(inner);
        } else if (!PRIMITIVES.contains(inner.descriptorString())) {
            say("the type " + type.displayName());
        }
    }

    private void reference(ClassDesc type) {
        String name = type.descriptorString();
        boolean known =
                name.startsWith("Ljavacard/")
                        || name.startsWith("Ljavacardx/")
                        || name.startsWith("Lorg/openmyna/card/applets/")
                        || type.equals(ConstantDescs.CD_Object);
        if (!known) say("the class " + type.displayName());
    }

    private void say(String violation) {
        violations.add(where + ": " + violation);
    }
}
