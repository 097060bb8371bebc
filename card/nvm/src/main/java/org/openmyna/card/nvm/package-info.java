/**
 * The chip's non-volatile memory.
 *
 * <p><b>The idea.</b> A card is one array of bytes, the image, in a mapped file or in RAM. The
 * applets are ordinary Java objects, and these objects are a cache of the image: a read costs what
 * a Java read costs (of a reference, a comparison with null more), a store goes to both. The
 * barriers for that are put in by the {@linkplain org.openmyna.card.nvm.weaver weaver} after
 * compilation, so an applet's source stays plain Java Card source, and a debugger or a coverage
 * tool sees the program that runs.
 *
 * <p><b>Sleep.</b> After power-on no object exists in Java; all sleep in the image, which was
 * checked as a whole. An object wakes when the running code first follows a reference to it: a
 * field or element that is null in Java is looked up in the image, and if that names an object, it
 * is made, gets its content, and takes the place of the null. What it refers to sleeps on. So a
 * card takes the room of what is used of it: not of an application that nobody selected, nor of a
 * file that nobody read. Nothing falls asleep again before the power goes or the card is reset.
 *
 * <p>This is sound because of three facts. Only code that holds an object can store into it, so the
 * image of a sleeping object is up to date, within a transaction too. A reference that is looked up
 * is taken from the open transaction if it waits there (a field that was just emptied is empty),
 * else from the image. And there is one Java object for an address at most, so identity holds.
 *
 * <p><b>The image.</b> Big-endian words.
 *
 * <pre>
 *      0  header    magic, format, layout hash, size, top of the heap, root object, clean mark, CRC-32C
 *     64  journal   count word, CRC-32C of the records, up to 1,023 records (place and length, value)
 *  8,256  heap      objects one above the other: two words of head, then fields of four bytes each or array elements;
 *                   references are addresses; a transient array has a head only
 * </pre>
 *
 * <p><b>What holds, whenever the power goes.</b>
 *
 * <ol>
 *   <li>There is one door, {@code CardMemory.program}, and it writes at most one aligned word. A
 *       word is old or new.
 *   <li>One field or array element is one write. A run of bytes ({@code Util.arrayCopy}) gets a
 *       transaction of its own.
 *   <li>A transaction waits in RAM. Its commit writes records, then the count word (with release
 *       order), applies, clears the count, and wipes the values from the records. Before the count
 *       word nothing has happened; after it everything has, since power-on applies the records
 *       again. If the power goes before the wipe, power-on wipes: the journal keeps no secret that
 *       was replaced or erased since.
 *   <li>An object exists once the top of the heap has moved above it, and then it is whole.
 *   <li>A card exists once the root is set. An installation that was cut short is refused.
 *   <li>Stores outside all transactions (the try counter) are written at once and win over what
 *       waits for the same place.
 *   <li>An image that is refused is not changed: with work in the journal, a copy is finished and
 *       checked first.
 * </ol>
 *
 * <p><b>What each check finds.</b> A card that was switched off in order has a CRC over everything,
 * so each changed byte is seen. A card that lost its power has none; then structure is checked
 * (heads chain to the top, classes and field counts fit, references hit objects of fitting types),
 * and a changed byte inside a file or a PIN is not seen.
 *
 * <p><b>Class numbers</b> come from the lists that the weaver leaves in each package, in a fixed
 * order; a hash over all names and fields stands in the image. Another version of the applets
 * refuses the image instead of misreading it.
 *
 * <p><b>What would break it.</b> A class whose stores have no barrier (the weaver refuses what it
 * does not know, and the tests leave one barrier out to see the sweep catch it); a wake that looks
 * at the image alone (tested too); an order of writes other than the one above (the tests break
 * each step); two threads on one card at a time (the caller's duty). Against a host that loses
 * power, choose {@code POWER_LOSS}: the file is then forced to disk around the count word, at each
 * counter store and at the end of each command.
 *
 * <p>This package knows neither applets nor the Java Card API. Sources: Java Card 3.0.5 Runtime
 * Environment, chapters 5 (transient objects) and 7 (atomicity and transactions).
 */
@NullMarked
package org.openmyna.card.nvm;

import org.jspecify.annotations.NullMarked;
