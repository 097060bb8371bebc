package org.openmyna.agent.platform;

/**
 * Who wants the login, in the platform's words.
 *
 * @param name in Japanese, one line of at most 100 characters
 * @param registered whether the platform's register has it in force
 */
public record Client(String id, String name, String nameEnglish, boolean registered) {}
