@NullMarked
package org.openmyna.server.sandbox.screens;

import org.jspecify.annotations.NullMarked;
