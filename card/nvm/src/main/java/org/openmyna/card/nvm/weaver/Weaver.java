package org.openmyna.card.nvm.weaver;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Superclass;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.openmyna.card.nvm.Barrier;
import org.openmyna.card.nvm.PersistentObject;
import org.openmyna.card.nvm.Rebuild;
import org.openmyna.card.nvm.Slots;

/**
 * Bytes in, bytes out: gives classes whose objects live on a card their barriers, a constructor
 * that rebuilds an object from the image, and a method that reads its fields. What it does not know
 * it refuses.
 */
public final class Weaver {
    static final String LOAD = "nvm$load";
    static final MethodTypeDesc LOAD_TYPE =
            MethodTypeDesc.of(ConstantDescs.CD_void, desc(Slots.class));
    static final ClassDesc BARRIER = desc(Barrier.class);
    static final ClassDesc PERSISTENT_OBJECT = desc(PersistentObject.class);
    private static final MethodTypeDesc REBUILD_TYPE =
            MethodTypeDesc.of(ConstantDescs.CD_void, desc(Rebuild.class));
    private static final MethodTypeDesc NUMBER_BARRIER =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    PERSISTENT_OBJECT,
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_int);
    private static final MethodTypeDesc REFERENCE_BARRIER =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    PERSISTENT_OBJECT,
                    ConstantDescs.CD_int,
                    ConstantDescs.CD_Object);

    private static final MethodTypeDesc WAKE_SLOT =
            MethodTypeDesc.of(ConstantDescs.CD_Object, PERSISTENT_OBJECT, ConstantDescs.CD_int);

    private final ClassPool pool;
    private final ClassFile classFile;
    private final Predicate<String> sites;
    private final Set<String> elementTypes = new TreeSet<>();

    /**
     * @param classPath where the classes are found on which the given ones stand, the Java Card API
     *     above all
     */
    public Weaver(Scope scope, ClassLoader classPath) {
        this(scope, classPath, everySite -> true);
    }

    /**
     * @param sites which stores get their barrier ("Class.method"): a test leaves one out and
     *     watches the tear sweep
     */
    Weaver(Scope scope, ClassLoader classPath, Predicate<String> sites) {
        this.sites = sites;
        pool = new ClassPool(scope, classPath);
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(pool.resolver()));
    }

    /**
     * Weaves classes that belong together.
     *
     * @param classes by internal name, none of them woven
     * @return the changed ones by internal name, and by package the list of its classes
     */
    public Woven weave(Map<String, byte[]> classes) {
        Map<String, ClassModel> models = new TreeMap<>();
        classes.forEach((name, bytes) -> models.put(name, classFile.parse(bytes)));
        models.values().forEach(pool::add);
        Map<String, byte[]> woven = new TreeMap<>();
        models.forEach((name, model) -> {
            if (pool.isPersistent(name)) {
                requireStorable(pool.slots(name));
                woven.put(name, weave(model));
            } else {
                new BystanderCheck(pool, model).check();
            }
        });
        return new Woven(woven, new ClassLists(pool, woven.keySet(), elementTypes).byPackage());
    }

    /**
     * What the weaver made: class files, and the text of {@code nvm-classes.txt} for each package.
     */
    public record Woven(Map<String, byte[]> classes, Map<String, String> lists) {}

    /** Whether a class file has been through the weaver. */
    public static boolean isWoven(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .anyMatch(method -> method.methodName().equalsString(LOAD));
    }

    private static void requireStorable(List<Slot> slots) {
        for (Slot slot : slots) {
            if (!slot.isStorable()) {
                throw new WeavingRefused(
                        slot.owner(),
                        "its field "
                                + slot.name()
                                + " has the type "
                                + slot.type().displayName()
                                + ".");
            }
        }
    }

    private byte[] weave(ClassModel model) {
        String name = model.thisClass().asInternalName();
        String parent = ClassPool.superName(model);
        ClassDesc newParent =
                parent.equals("java/lang/Object")
                        ? PERSISTENT_OBJECT
                        : ClassDesc.ofInternalName(parent);
        List<Slot> own =
                pool.slots(name).stream().filter(slot -> slot.owner().equals(name)).toList();
        ClassTransform rewrite = (builder, element) -> rewrite(builder, element, model, newParent);
        return classFile.transformClass(
                model,
                rewrite.andThen(
                        ClassTransform.endHandler(builder -> {
                            addRebuildConstructor(builder, newParent);
                            addLoad(builder, model, newParent, own);
                            own.forEach(slot -> addSetter(builder, slot));
                            own.stream()
                                    .filter(Slot::isReference)
                                    .forEach(slot -> addGetter(builder, slot));
                        })));
    }

    private void rewrite(
            ClassBuilder builder, ClassElement element, ClassModel model, ClassDesc newParent) {
        switch (element) {
            case Superclass ignored -> builder.withSuperclass(newParent);
            case FieldModel field when isPersistentField(field) ->
                    builder.transformField(
                            field, FieldTransform.ACCEPT_ALL.andThen(withoutFinal()));
            case MethodModel method -> builder.transformMethod(method, barriers(model, method));
            default -> builder.with(element);
        }
    }

    private MethodTransform barriers(ClassModel model, MethodModel method) {
        String site = model.thisClass().asInternalName() + "." + method.methodName().stringValue();
        return MethodTransform.transformingCode(
                new StoreBarriers(pool, model, method, elementTypes, sites.test(site)));
    }

    private static boolean isPersistentField(FieldModel field) {
        return !field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.TRANSIENT);
    }

    /** Setters and loaders write the field as well as constructors do. */
    private static FieldTransform withoutFinal() {
        return (builder, element) -> {
            if (element instanceof java.lang.classfile.AccessFlags flags) {
                builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_FINAL);
            } else {
                builder.with(element);
            }
        };
    }

    private static void addRebuildConstructor(ClassBuilder builder, ClassDesc parent) {
        builder.withMethodBody(
                ConstantDescs.INIT_NAME,
                REBUILD_TYPE,
                ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
                code ->
                        code.aload(0)
                                .aload(1)
                                .invokespecial(parent, ConstantDescs.INIT_NAME, REBUILD_TYPE)
                                .return_());
    }

    private static void addLoad(
            ClassBuilder builder, ClassModel model, ClassDesc parent, List<Slot> own) {
        builder.withMethodBody(
                LOAD,
                LOAD_TYPE,
                ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
                code -> {
                    code.aload(0).aload(1).invokespecial(parent, LOAD, LOAD_TYPE);
                    for (Slot slot : own) {
                        code.aload(0).aload(1).loadConstant(slot.number());
                        readSlot(code, slot);
                        code.putfield(model.thisClass().asSymbol(), slot.name(), slot.type());
                    }
                    code.return_();
                });
    }

    private static void readSlot(CodeBuilder code, Slot slot) {
        if (slot.isReference()) {
            code.invokevirtual(
                            desc(Slots.class),
                            "reference",
                            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_int))
                    .checkcast(slot.type());
        } else {
            code.invokevirtual(
                    desc(Slots.class),
                    "number",
                    MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int));
        }
    }

    private static void addSetter(ClassBuilder builder, Slot slot) {
        builder.withMethodBody(
                slot.setterName(),
                slot.setterType(),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                code -> {
                    code.aload(0).loadConstant(slot.number());
                    if (slot.isReference()) {
                        code.aload(1)
                                .invokestatic(BARRIER, "field", REFERENCE_BARRIER)
                                .aload(0)
                                .aload(1);
                    } else {
                        code.iload(1)
                                .invokestatic(BARRIER, "field", NUMBER_BARRIER)
                                .aload(0)
                                .iload(1);
                    }
                    code.putfield(slot.ownerType(), slot.name(), slot.type()).return_();
                });
    }

    /** The field; where it is null in Java, what the image says, which the field then keeps. */
    private static void addGetter(ClassBuilder builder, Slot slot) {
        builder.withMethodBody(
                slot.getterName(),
                slot.getterType(),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                code -> {
                    Label known = code.newLabel();
                    code.aload(0)
                            .getfield(slot.ownerType(), slot.name(), slot.type())
                            .astore(1)
                            .aload(1)
                            .ifnonnull(known)
                            .aload(0)
                            .loadConstant(slot.number())
                            .invokestatic(BARRIER, "wake", WAKE_SLOT)
                            .checkcast(slot.type())
                            .astore(1)
                            .aload(0)
                            .aload(1)
                            .putfield(slot.ownerType(), slot.name(), slot.type())
                            .labelBinding(known)
                            .aload(1)
                            .areturn();
                });
    }

    static ClassDesc desc(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }
}
