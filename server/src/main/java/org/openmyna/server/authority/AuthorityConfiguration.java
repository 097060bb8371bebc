package org.openmyna.server.authority;

import org.springframework.context.annotation.Configuration;

/** The certification authority's part of the application. */
@Configuration(proxyBeanMethods = false)
public class AuthorityConfiguration {}
