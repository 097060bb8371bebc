package org.openmyna.trust.lint;

/** One rule of the profile. */
sealed interface Rule permits CertificateRule, ExtensionRule, FourItemsRule, StatusRule {
    RuleText text();
}
