/** The operated certification authority (J-LIS): issuing for others, OCSP, lists, log. */
@NullMarked
package org.openmyna.server.authority;

import org.jspecify.annotations.NullMarked;
