/** Card management (カード管理システム): production, and what the register's events mean for cards. */
@NullMarked
package org.openmyna.server.cards;

import org.jspecify.annotations.NullMarked;
