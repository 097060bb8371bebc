package org.openmyna.cli;

/** The sham person of the demo and of {@code card new}: nobody lives at block 9999. */
final class Specimens {
    static final String NAME = "試験　一郎";
    static final String ADDRESS = "兵庫県姫路市安田四丁目９９９９番地";
    static final String BORN = "1985-03-07";
    static final String MUNICIPALITY = "282014";
    static final String MY_NUMBER = "994471615639";
    static final String RESIDENT_RECORD_CODE = "40610267710";
    static final String NEW_ADDRESS = "沖縄県那覇市泉崎一丁目９９９９番地";
    static final String NEW_MUNICIPALITY = "472018";
    static final String PIN = "1234";
    static final String PASSWORD = "TEST1234";

    private Specimens() {}
}
