package org.openmyna.card.nvm.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmyna.card.nvm.InNvm;
import org.openmyna.card.nvm.PersistentObject;

/**
 * The classes to be woven and those they stand on, by internal name ({@code
 * javacard/framework/Applet}).
 */
final class ClassPool {
    static final String PERSISTENT_OBJECT = PersistentObject.class.getName().replace('.', '/');
    private static final String OBJECT = "java/lang/Object";
    private static final String IN_NVM = InNvm.class.descriptorString();

    private final Map<String, ClassModel> own = new HashMap<>();
    private final Map<String, Optional<ClassModel>> others = new HashMap<>();
    private final Scope scope;
    private final ClassLoader classPath;

    ClassPool(Scope scope, ClassLoader classPath) {
        this.scope = scope;
        this.classPath = classPath;
    }

    void add(ClassModel model) {
        own.put(model.thisClass().asInternalName(), model);
    }

    /** Who extends whom, for the stack maps of rewritten methods. */
    ClassHierarchyResolver resolver() {
        ClassHierarchyResolver known =
                type -> find(internalName(type)).map(ClassPool::hierarchy).orElse(null);
        return known.orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static ClassHierarchyInfo hierarchy(ClassModel model) {
        return model.flags().has(AccessFlag.INTERFACE)
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        model.superclass().map(ClassEntry::asSymbol).orElse(null));
    }

    /** Whether objects of the class live in the card's memory. */
    boolean isPersistent(String name) {
        if (name.equals(PERSISTENT_OBJECT)) {
            return true;
        }
        Optional<ClassModel> found = find(name);
        if (found.isEmpty()
                || name.equals(OBJECT)
                || found.get().flags().has(AccessFlag.INTERFACE)) {
            return false;
        }
        ClassModel model = found.get();
        String parent = superName(model);
        boolean chosen =
                own.containsKey(name)
                        && (scope == Scope.APPLETS ? !isThrowable(name) : isMarked(model));
        if (chosen && !parent.equals(OBJECT) && !isPersistent(parent)) {
            throw new WeavingRefused(
                    name,
                    "its superclass "
                            + parent.replace('/', '.')
                            + " does not, or has not been woven.");
        }
        return chosen || isPersistent(parent);
    }

    private boolean isThrowable(String name) {
        return name.equals("java/lang/Throwable")
                || (!name.equals(OBJECT)
                        && find(name).map(model -> isThrowable(superName(model))).orElse(false));
    }

    private static boolean isMarked(ClassModel model) {
        return model.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .map(found ->
                        found.annotations().stream()
                                .map(Annotation::className)
                                .anyMatch(name -> name.equalsString(IN_NVM)))
                .orElse(false);
    }

    /** Persistent fields with the inherited ones first: the slots of an object. */
    List<Slot> slots(String name) {
        if (!isPersistent(name) || name.equals(PERSISTENT_OBJECT)) {
            return List.of();
        }
        ClassModel model = find(name).orElseThrow();
        List<Slot> slots = new ArrayList<>(slots(superName(model)));
        for (FieldModel field : model.fields()) {
            if (isPersistent(field)) {
                slots.add(
                        new Slot(
                                slots.size(),
                                name,
                                field.fieldName().stringValue(),
                                field.fieldType().stringValue()));
            }
        }
        return slots;
    }

    private static boolean isPersistent(FieldModel field) {
        return !field.flags().has(AccessFlag.STATIC) && !field.flags().has(AccessFlag.TRANSIENT);
    }

    /** The slot that a field instruction means; empty for fields outside the card's memory. */
    Optional<Slot> resolve(String owner, String field) {
        return slots(owner).reversed().stream()
                .filter(slot -> slot.name().equals(field))
                .findFirst();
    }

    Optional<ClassModel> find(String name) {
        ClassModel mine = own.get(name);
        return mine != null ? Optional.of(mine) : others.computeIfAbsent(name, this::fromClassPath);
    }

    private Optional<ClassModel> fromClassPath(String name) {
        try (InputStream bytes = classPath.getResourceAsStream(name + ".class")) {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String superName(ClassModel model) {
        return model.superclass().map(ClassEntry::asInternalName).orElse(OBJECT);
    }

    static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
