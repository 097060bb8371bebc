package org.openmyna.server.platform;

/** The provider's parts, for its protocol and for its pages. */
record Provider(
        PlatformAddress address,
        ApprovalRegister register,
        ApprovedClients clients,
        AssertionDecoders assertions,
        Grants grants,
        PlatformKeys keys,
        PlatformSecrets secrets,
        CardItems items,
        CardLogins logins,
        WaitingLogins waiting,
        AuthorizationResponses responses,
        BrowserSecret browsers) {}
