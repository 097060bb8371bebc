package org.openmyna.server.numbers.api;

/** 身元確認: how it was made sure that the person is the one (Number Act art. 16). */
public enum IdentityCheck {
    /** マイナンバーカード: number and identity at once. */
    MY_NUMBER_CARD,
    /** One document with photo (運転免許証, 旅券 …). */
    PHOTO_DOCUMENT,
    /** Two documents without photo. */
    TWO_DOCUMENTS,
    /** Known to the body without doubt (雇用関係 等). */
    KNOWN
}
