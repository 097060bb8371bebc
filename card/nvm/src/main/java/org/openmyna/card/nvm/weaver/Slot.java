package org.openmyna.card.nvm.weaver;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** A persistent field: its number in the object, the class that declares it, its name and type. */
record Slot(int number, String owner, String name, String descriptor) {
    ClassDesc type() {
        return ClassDesc.ofDescriptor(descriptor);
    }

    ClassDesc ownerType() {
        return ClassDesc.ofInternalName(owner);
    }

    String setterName() {
        return "nvm$set$" + name;
    }

    String getterName() {
        return "nvm$get$" + name;
    }

    MethodTypeDesc getterType() {
        return MethodTypeDesc.of(type(), ownerType());
    }

    MethodTypeDesc setterType() {
        return MethodTypeDesc.of(ConstantDescs.CD_void, ownerType(), type());
    }

    boolean isReference() {
        return !type().isPrimitive();
    }

    /**
     * What the card's memory can hold: boolean, byte, short, int, objects, and arrays of the first
     * three or of objects.
     */
    boolean isStorable() {
        return descriptor.matches("[ZBSI]|\\[[ZBS]|\\[?L.+;")
                && !descriptor.equals("Ljava/lang/String;");
    }
}
